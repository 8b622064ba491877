import { View } from '@tarojs/components'
import type { PlaceCard } from '@yike/shared/circle/schema'
import { clockOf, type Instant } from '@yike/shared/kernel/time'
import { useFirstOffer } from '../booking/use-booking'
import { open } from '../platform/route'
import { spokenMoment } from '../platform/spoken'
import { Button, Section, Tap } from '../ui'
import './best-now.css'
import { bestNow, openWords } from './view'
import { Walk } from './walk'
import { words } from './words'

/** Three answers to "where can I go right now". */
export function BestNow({ places, at }: { places: readonly PlaceCard[]; at: Instant }) {
  const best = bestNow(places)
  return (
    <Section title={words.nowTitle} aside={clockOf(at)}>
      {best.map(place => (
        <Answer key={place.placeId} place={place} at={at} />
      ))}
      {best.length === 0 && <View className="circle-quiet">{words.nowNothing}</View>}
    </Section>
  )
}

function Answer({ place, at }: { place: PlaceCard; at: Instant }) {
  const { placeId, name, walkMinutes, bookable } = place
  const canBook = bookable.length > 0
  const found = useFirstOffer(canBook ? placeId : null)
  const free = 'value' in found ? found.value : null
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
              {spokenMoment(free.slot.startAt, at)}{' '}
              <View className="circle-answer__seats">{words.seats(free.slot.left)}</View>
            </View>
          )}
        </View>
      </Tap>
      <Button
        compact
        kind={canBook ? 'next' : 'calm'}
        label={canBook ? words.bookAt(name) : words.howTo(name)}
        onTap={() =>
          canBook ? open('/booking/pages/choose', { placeId, offeringId: free?.offering.offeringId }) : show()
        }
      >
        {canBook ? words.book : words.how}
      </Button>
    </View>
  )
}
