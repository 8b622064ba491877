import { useDidHide, useDidShow } from '@tarojs/taro'
import { useRef } from 'react'

/** Whether the page is the one on the screen now; pages below it live on. */
export function useShown(): { readonly current: boolean } {
  const shown = useRef(true)
  useDidShow(() => {
    shown.current = true
  })
  useDidHide(() => {
    shown.current = false
  })
  return shown
}
