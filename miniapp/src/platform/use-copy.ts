import Taro from '@tarojs/taro'
import { useState } from 'react'

/** Puts words where one can paste them; and whether that was done. */
export function useCopy(): [copied: boolean, copy: (text: string) => Promise<void>] {
  const [copied, setCopied] = useState(false)
  return [
    copied,
    async text => {
      await Taro.setClipboardData({ data: text })
      setCopied(true)
    },
  ]
}
