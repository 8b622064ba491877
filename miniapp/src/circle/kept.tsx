import { View } from '@tarojs/components'
import type { PlaceDetail } from '@yike/shared/circle/schema'
import { call } from '../platform/runtime'
import { now, spokenDay } from '../platform/spoken'
import { Button } from '../ui'
import './kept.css'
import { keptWords as words } from './words/kept'

/** Who looks after what stands here, and when somebody has last made sure of it: how far one may trust it. */
export function Kept({ place: { keeper, assuredOn } }: { place: PlaceDetail }) {
  return (
    <View className="circle-kept">
      <View className="circle-quiet">
        {keeper ? words.keeper(keeper.name) : words.noKeeper}
        {' · '}
        {assuredOn ? words.assuredOn(spokenDay(assuredOn, now())) : words.neverAssured}
      </View>
      {keeper?.phone && (
        <Button compact kind="bare" onTap={() => call(keeper.phone)}>
          {words.wrong}
        </Button>
      )}
    </View>
  )
}
