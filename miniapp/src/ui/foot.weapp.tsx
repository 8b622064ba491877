import { View } from '@tarojs/components'
import type { ReactNode } from 'react'

export const Foot = ({ children }: { children: ReactNode }) => (
  <View className="yk-screen__foot">{children}</View>
)
