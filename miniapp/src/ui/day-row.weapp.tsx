import { ScrollView } from '@tarojs/components'
import { Group } from './group'
import type { DayRowProps } from './types'

export function DayRow({ label, bring, children }: DayRowProps) {
  return (
    <Group role="radiogroup" label={label}>
      <ScrollView className="yk-days" scrollX enableFlex scrollIntoView={bring}>
        {children}
      </ScrollView>
    </Group>
  )
}
