import { View } from '@tarojs/components'
import type { Soonest } from '@yike/shared/booking/schema/soonest'
import type { WalkProfile } from '@yike/shared/circle/kinds'
import type { PlaceCard } from '@yike/shared/circle/schema'
import type { Instant } from '@yike/shared/kernel/time'
import { useSoonest } from '../booking/use-booking'
import { useComfort } from '../platform/comfort'
import type { Whereabouts } from '../platform/geo'
import { open } from '../platform/route'
import { spokenList, spokenMoment } from '../platform/spoken'
import { Cell } from '../ui'
import { openWords } from './view'
import { Walk } from './walk'
import { kindNames, priceNames, words } from './words'

type Listed = Omit<PlaceCard, 'walkMinutes' | 'meters'> & Partial<Pick<PlaceCard, 'walkMinutes'>>

interface PlaceLinesProps extends Omit<PlaceLineProps, 'place' | 'free'> {
  places: readonly Listed[]
}

/** A page of a list: where something can be booked, each says when there is room next. */
export function PlaceLines({ places, ...seen }: PlaceLinesProps) {
  const soonest = useSoonest(places)
  return places.map(place => (
    <PlaceLine key={place.placeId} place={place} free={soonest.at(place.placeId)} {...seen} />
  ))
}

interface PlaceLineProps {
  place: Listed
  /** What is free here soonest; null: nothing within a week. */
  free: Soonest['free'] | undefined
  /** Where the minutes are counted from, on the place's own page as well. */
  from: Whereabouts['from']
  /** Who walks; absent: whoever holds the phone. */
  profile?: WalkProfile | undefined
  at: Instant
}

/** A place as a line of a list: ring, name, whether it is open, when there is room. */
function PlaceLine({ place, free, from, profile, at }: PlaceLineProps) {
  const { text, tone } = openWords(place.open, at)
  const { elder } = useComfort()
  // As many facts as one keeps in mind: 长辈版 tells the others on the place's own page.
  const more = [
    kindNames[place.kind],
    !elder && place.priceClass && priceNames[place.priceClass],
    !elder && place.stepFree && words.stepFree,
    !elder && place.open.late && words.openLate,
    place.bookable.length > 0 && !free && (free === null ? words.fullWeek : words.canBookHere),
  ]
  return (
    <Cell
      title={place.name}
      lead={<Walk minutes={place.walkMinutes} />}
      note={
        <>
          <View className={`circle-open circle-open--${tone}`}>{text}</View>
          <View>{more.filter(Boolean).join(' · ')}</View>
          {free && (
            <View className="circle-free">
              {spokenList(`${free.name} ${spokenMoment(free.slot.startAt, at)}`, words.seats(free.slot.left))}
            </View>
          )}
        </>
      }
      onTap={() => open('/circle/pages/place', { placeId: place.placeId, from, profile })}
    />
  )
}
