import type { PlaceCard } from '@yike/shared/circle/schema'
import { QUARTER_MINUTES, useNear } from '../../circle/use-circle'
import { doorstep } from '../../identity/use-identity'
import { open } from '../../platform/route'
import { useMe } from '../../platform/session'
import { now, spokenMoment } from '../../platform/spoken'
import { Answer, Empty, Loaded, Question, Skeleton } from '../../ui'
import { useFirstOffer } from '../use-booking'
import { careFirst } from '../view'
import { words } from '../words'

/** As many answers as fit on a screen of large words. */
const SHOWN = 4

/** What is free next, care before everything else: an answer names what, where and when. */
export function AskWhat() {
  const me = useMe()
  const { first } = useNear(me && doorstep(me), { minutes: QUARTER_MINUTES, bookable: true })
  return (
    <>
      <Question>{words.ask}</Question>
      <Loaded query={first} empty={<Empty title={words.askNothing} icon="calendar" />}>
        {({ places }) =>
          careFirst(places)
            .slice(0, SHOWN)
            .map(place => <Offer key={place.placeId} place={place} />)
        }
      </Loaded>
      <Answer icon="search" title={words.askElse} onTap={() => open('/circle/pages/list')} />
    </>
  )
}

function Offer({ place: { placeId, name } }: { place: PlaceCard }) {
  const offer = useFirstOffer(placeId)
  if (offer.state === 'loading') return <Skeleton lines={1} face={false} />
  if (!offer.value) return null
  const { offering, slot } = offer.value
  const { offeringId } = offering
  return (
    <Answer
      title={offering.name}
      note={words.askSlot(name, spokenMoment(slot.startAt, now()), slot.left)}
      onTap={() => open('/booking/pages/ask', { placeId, offeringId, startAt: slot.startAt })}
    />
  )
}
