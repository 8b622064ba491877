import { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { followDarkSetting } from './platform/browser-shell'
import { watchNetwork } from './platform/network'
import './ui/theme.css'
import './ui/base.css'
import './app.css'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    watchNetwork()
    followDarkSetting()
  })
  return children
}
