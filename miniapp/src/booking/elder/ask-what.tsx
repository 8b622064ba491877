import type { Soonest } from '@yike/shared/booking/schema/soonest'
import type { PlaceCard } from '@yike/shared/circle/schema'
import { QUARTER_MINUTES, useNear } from '../../circle/use-circle'
import { doorstep } from '../../identity/use-identity'
import { useComfort } from '../../platform/comfort'
import { open } from '../../platform/route'
import { useMe } from '../../platform/session'
import { now, spokenMoment } from '../../platform/spoken'
import { Answer, Empty, Loaded, Question, Skeleton } from '../../ui'
import { useSoonest } from '../use-booking'
import { useAllPeople } from '../use-people'
import { careFirst } from '../view'
import { isForSome } from '../view/not-for'
import { linkWords, words } from '../words'

/** As many answers as fit on a screen of large words. */
const SHOWN = 4
/** What nobody at home may book is left out. */
const LOOKED_AT = 2 * SHOWN

/** What is free next, care before everything else: an answer names what, where and when. */
export function AskWhat() {
  const me = useMe()
  const { elder } = useComfort()
  const { first } = useNear(me && doorstep(me), { minutes: QUARTER_MINUTES, bookable: true })
  return (
    <>
      {elder && <Question>{words.ask}</Question>}
      <Loaded query={first} empty={<Empty title={words.askNothing} icon="calendar" />}>
        {({ places }) => <Offers places={careFirst(places).slice(0, LOOKED_AT)} />}
      </Loaded>
      <Answer
        {...(elder && { kind: 'row' })}
        icon="search"
        title={words.askElse}
        onTap={() => open('/circle/pages/list')}
      />
      {elder && (
        <Answer
          kind="row"
          icon="calendar"
          title={linkWords.seasons}
          onTap={() => open('/booking/pages/seasons')}
        />
      )}
    </>
  )
}

function Offers({ places }: { places: readonly PlaceCard[] }) {
  const soonest = useSoonest(places)
  const { people, known } = useAllPeople()
  if (soonest.waiting || !known) return <Skeleton lines={SHOWN} face={false} />
  return places
    .flatMap(place => {
      const free = soonest.at(place.placeId)
      return free && isForSome(free.eligible, people, free.slot) ? [{ place, free }] : []
    })
    .slice(0, SHOWN)
    .map(one => <Offer key={one.place.placeId} {...one} />)
}

function Offer({ place: { placeId, name }, free }: { place: PlaceCard; free: NonNullable<Soonest['free']> }) {
  const { offeringId, slot } = free
  return (
    <Answer
      title={free.name}
      note={words.askSlot(name, spokenMoment(slot.startAt, now()), slot.left)}
      onTap={() => open('/booking/pages/ask', { placeId, offeringId, startAt: slot.startAt })}
    />
  )
}
