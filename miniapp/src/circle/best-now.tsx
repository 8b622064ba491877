import { View } from '@tarojs/components'
import type { Soonest } from '@yike/shared/booking/schema/soonest'
import type { PlaceCard } from '@yike/shared/circle/schema'
import { clockOf, type Instant } from '@yike/shared/kernel/time'
import { useSoonest } from '../booking/use-booking'
import { open } from '../platform/route'
import { spokenList, spokenMoment } from '../platform/spoken'
import { Button, Section, Tap } from '../ui'
import './best-now.css'
import { bestNow, openWords } from './view'
import { Walk } from './walk'
import { words } from './words'

/** Three answers to "where can I go right now". */
export function BestNow({ places, at }: { places: readonly PlaceCard[]; at: Instant }) {
  const best = bestNow(places)
  const soonest = useSoonest(best)
  return (
    <Section title={words.nowTitle} aside={clockOf(at)}>
      {best.map(place => (
        <Answer key={place.placeId} place={place} free={soonest.at(place.placeId)} at={at} />
      ))}
      {best.length === 0 && <View className="circle-quiet">{words.nowNothing}</View>}
    </Section>
  )
}

interface AnswerProps {
  place: PlaceCard
  free: Soonest['free'] | undefined
  at: Instant
}

function Answer({ place, free, at }: AnswerProps) {
  const { placeId, name, walkMinutes, bookable } = place
  // Null: nothing is free for days, so there is nothing to press for.
  const canBook = bookable.length > 0 && free !== null
  const show = () => open('/circle/pages/place', { placeId })
  return (
    <View className="circle-answer">
      <Tap className="circle-answer__what" onTap={show}>
        <Walk minutes={walkMinutes} size={56} />
        <View className="circle-answer__words">
          <View className="circle-answer__name">{name}</View>
          <View className="circle-open circle-open--green">{openWords(place.open, at).text}</View>
          {free && (
            <View className="circle-quiet">
              {spokenList(spokenMoment(free.slot.startAt, at), words.seats(free.slot.left))}
            </View>
          )}
        </View>
      </Tap>
      <Button
        compact
        kind={canBook ? 'next' : 'calm'}
        label={canBook ? words.bookAt(name) : words.howTo(name)}
        onTap={() =>
          canBook ? open('/booking/pages/choose', { placeId, offeringId: free?.offeringId }) : show()
        }
      >
        {canBook ? words.book : words.how}
      </Button>
    </View>
  )
}
