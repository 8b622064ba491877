import { useEffect } from 'react'
import { doorPage } from '../platform/answer'
import { open, pageUrl, startOver, whereNow } from '../platform/route'
import { useMe } from '../platform/session'
import { Empty } from './states'
import { outsideWords as words } from './words'

const inBrowser = process.env.TARO_ENV === 'h5'

/** Nobody is signed in and nobody can be without being asked: only in a browser. */
export const useOutside = (): boolean => useMe() === null && inBrowser

/** In place of a page for somebody who has not entered: leads to the sandbox's door; elsewhere WeChat is the door. */
export function Outside() {
  useEffect(() => {
    // A link that somebody was sent opens once they have entered.
    if (doorPage) startOver(pageUrl(doorPage, { to: whereNow() }))
  }, [])
  return (
    <Empty
      title={words.title}
      text={words.text}
      icon="logo"
      action={{ label: words.desk, onTap: () => open('/identity/pages/desk') }}
    />
  )
}
