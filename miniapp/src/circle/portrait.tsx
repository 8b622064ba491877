import { View } from '@tarojs/components'
import type { PlaceKind } from '@yike/shared/circle/schema'
import { aria } from '../ui/aria'
import './portrait.css'

/** A place's face where nobody has taken a picture: a paper-cut of its kind, in the colours of the theme. */
export function Portrait({ kind }: { kind: PlaceKind }) {
  return (
    <View className="circle-portrait" {...aria({ hidden: true })}>
      <View className={`circle-portrait__cut circle-portrait__cut--${kind}`} />
    </View>
  )
}
