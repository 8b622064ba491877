import { View } from '@tarojs/components'
import { QuarterRing } from '../ui'
import './circle.css'
import { words } from './words'

/** Minutes on foot in the quarter ring; past a quarter of an hour it turns persimmon. */
export function Walk({ minutes, size = 52 }: { minutes: number; size?: number }) {
  return (
    <QuarterRing
      minutes={minutes}
      size={size}
      tone={minutes > 15 ? 'persimmon' : 'green'}
      label={`${words.walk} ${minutes} ${words.minute}`}
    >
      <View className="circle-walk">{minutes}</View>
      <View className="circle-walk__unit">{words.minute}</View>
    </QuarterRing>
  )
}
