import { View } from '@tarojs/components'
import { seasonWords as words } from '../words/season'

/** Slots that are wished for, the dearest first. */
export const Wished = ({ names }: { names: readonly string[] }) => (
  <>
    {names.map((name, i) => (
      <View key={name} className="booking-thing">
        <View className="booking-thing__when">{name}</View>
        <View>{words.nth(i + 1)}</View>
      </View>
    ))}
  </>
)
