import { View } from '@tarojs/components'
import type { PlaceCard } from '@yike/shared/circle/schema'
import type { Instant } from '@yike/shared/kernel/time'
import type { Whereabouts } from '../platform/geo'
import { open } from '../platform/route'
import { Cell } from '../ui'
import { openWords } from './view'
import { Walk } from './walk'
import { kindNames, priceNames, words } from './words'

interface PlaceLineProps {
  place: Omit<PlaceCard, 'walkMinutes' | 'meters'> & Partial<Pick<PlaceCard, 'walkMinutes'>>
  /** Where the minutes are counted from, on the place's own page as well. */
  from: Whereabouts['from']
  at: Instant
}

/** A place as a line of a list: ring, name, whether it is open. */
export function PlaceLine({ place, from, at }: PlaceLineProps) {
  const { text, tone } = openWords(place.open, at)
  const more = [
    kindNames[place.kind],
    place.priceClass && priceNames[place.priceClass],
    place.stepFree && words.stepFree,
    place.open.late && words.openLate,
    place.bookable.length > 0 && words.canBookHere,
  ]
  return (
    <Cell
      title={place.name}
      lead={<Walk minutes={place.walkMinutes} />}
      note={
        <>
          <View className={`circle-open circle-open--${tone}`}>{text}</View>
          <View>{more.filter(Boolean).join(' · ')}</View>
        </>
      }
      onTap={() => open('/circle/pages/place', { placeId: place.placeId, from })}
    />
  )
}
