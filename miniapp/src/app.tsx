import { useDidShow, useLaunch, usePageNotFound } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { api } from './platform/api'
import { watchNetwork } from './platform/network'
import { watchPrivacy } from './platform/privacy'
import { flush, watchQueue } from './platform/queue'
import { startOver } from './platform/route'
import { watchTabs } from './platform/session'
import { watchUpdates } from './platform/update'
import './ui/theme.css'
import './ui/base.css'
import './app.css'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    watchNetwork(() => api.identity.communities({ limit: 1 }))
    watchQueue()
    watchTabs()
    watchPrivacy()
    watchUpdates()
  })
  useDidShow(() => void flush())
  // An old link leads home instead of nowhere.
  usePageNotFound(() => startOver('/circle/tab/index'))
  return children
}
