import { useEffect } from 'react'
import { doorPage } from '../platform/answer'
import { startOver } from '../platform/route'
import { useMe } from '../platform/session'
import { Empty } from './states'

const inBrowser = process.env.TARO_ENV === 'h5'

/** Nobody is signed in and nobody can be without being asked: only in a browser. */
export const useOutside = (): boolean => useMe() === null && inBrowser

/** In place of a page for somebody who has not entered: leads to the sandbox's door; elsewhere WeChat is the door. */
export function Outside() {
  useEffect(() => {
    if (doorPage) startOver(doorPage)
  }, [])
  return <Empty title="请在微信里打开" text="在微信里搜“一刻邻里”，就能办事。" icon="logo" />
}
