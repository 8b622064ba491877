import { View } from '@tarojs/components'
import { aria } from './aria'
import type { GroupProps } from './types'

export function Group({ role, label, required, className, children }: GroupProps) {
  return (
    <View className={className} {...aria({ role, label, required })}>
      {children}
    </View>
  )
}
