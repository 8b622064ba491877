import { ScrollView, View } from '@tarojs/components'
import { aria } from './aria'
import type { DayRowProps } from './types'

export function DayRow({ label, bring, children }: DayRowProps) {
  return (
    <View {...aria({ role: 'radiogroup', label })}>
      <ScrollView className="yk-days" scrollX enableFlex scrollIntoView={bring}>
        {children}
      </ScrollView>
    </View>
  )
}
