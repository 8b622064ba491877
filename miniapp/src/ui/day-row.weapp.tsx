import { ScrollView } from '@tarojs/components'
import { aria } from './aria'
import type { DayRowProps } from './types'

export function DayRow({ label, bring, children }: DayRowProps) {
  return (
    <ScrollView
      className="yk-days"
      scrollX
      enableFlex
      scrollIntoView={bring}
      {...aria({ role: 'radiogroup', label })}
    >
      {children}
    </ScrollView>
  )
}
