import { type Ineligible, whyTeamsAlone } from '@yike/shared/booking/rules/eligibility'
import { spokenOffering } from '@yike/shared/booking/rules/naming'
import { priceFor } from '@yike/shared/booking/rules/terms'
import type { Days } from '@yike/shared/booking/schema'
import type { Slot } from '@yike/shared/booking/schema/day'
import { useState } from 'react'
import { open, openInstead } from '../../platform/route'
import { now, spokenMoment, spokenNames } from '../../platform/spoken'
import { Answer, AsOf, Loaded, Outcome, Question } from '../../ui'
import '../booking.css'
import { Gone } from '../gone'
import { register } from '../not-for'
import { usePlaceBooking, useSlotDay, useWish } from '../use-booking'
import { type Bookable, calledOf, slipOf, usePeople, whomOf } from '../use-people'
import { useOnItsWay } from '../use-unsent'
import { canBook, priceWords, slotAt } from '../view'
import { detailsOf, noteOf } from '../view/details'
import { type Against, whyNot } from '../view/not-for'
import { stepsOf } from '../view/steps'
import { words } from '../words'
import { elderWords } from '../words/elder'
import { AskMore } from './ask-more'
import { Note, Summary } from './summary'

/** What who is in no team reads of a room for teams. */
const teamsAlone: Ineligible = { rule: 'not_team', why: whyTeamsAlone }

interface AskWhoProps {
  placeId: string
  offeringId: string
  startAt: string
  /** What else is asked, once a name has been given. */
  step?: string | undefined
}

/** Mostly the last question: whoever is named is booked for, unless the offering leaves more open. */
export function AskWho({ placeId, offeringId, startAt, step }: AskWhoProps) {
  const day = useSlotDay({ placeId, offeringId }, startAt)
  const otherTime = () => openInstead('/booking/pages/choose', { placeId, offeringId })
  return (
    <Loaded query={day}>
      {found => {
        const slot = slotAt(found, startAt)
        if (!slot || !canBook(slot))
          return <Gone placeId={placeId} offeringId={offeringId} startAt={startAt} />
        const asked = stepsOf(found.offering, slot, now()).find(one => one === step)
        if (asked) return <AskMore placeId={placeId} offering={found.offering} slot={slot} step={asked} />
        return (
          <>
            <AsOf query={day} say={words.asOf} />
            <Summary offering={found.offering} slot={slot} />
            <Question>{words.askWho}</Question>
            <People placeId={placeId} offering={found.offering} slot={slot} />
            <Answer icon="clock" title={words.askOtherTime} onTap={otherTime} />
          </>
        )
      }}
    </Loaded>
  )
}

function People({ placeId, offering, slot }: { placeId: string; offering: Days['offering']; slot: Slot }) {
  const people = usePeople(offering.kind)
  const may = people.filter(person => !whyNot(offering, person, slot, now()))
  const { offeringId } = offering
  const wish = useWish(offeringId)
  const placing = usePlaceBooking(({ personId, grantId, teamId = personId }) => {
    const whom = people.find(one => (grantId ? one.grantId === grantId : one.personId === teamId))
    return words.toPlace(offering.placeName, offering.name, spokenMoment(slot.startAt, now()), calledOf(whom))
  }, wish)
  const onItsWay = useOnItsWay({ offeringId, startAt: slot.startAt })
  const [asked, setAsked] = useState('')
  // What was refused is not offered once more; it keeps its place, for nothing may move under a finger.
  const { code, status } = placing.problem ?? {}
  const isRefused = ({ personId }: Bookable) =>
    status === 409 && (code === 'booking.slot_full' || personId === asked)
  const [more] = stepsOf(offering, slot, now())
  const counter = offering.registeredAt
  const against = people.flatMap(person => {
    const ineligible = whyNot(offering, person, slot, now())
    // That it is for teams alone is said once, below.
    return ineligible && ineligible.rule !== 'not_team' ? [{ person, ineligible }] : []
  })
  // Whoever lacks a certificate goes to the same counter: that is said once for all of them.
  const lacking = counter ? against.filter(({ ineligible: { rule } }) => rule === 'no_certificate') : []
  const place = async (person: Bookable) => {
    if (more) {
      wish.change({ personId: person.personId })
      return open('/booking/pages/confirm', { placeId, offeringId, startAt: slot.startAt, step: more })
    }
    setAsked(person.personId)
    const placed = await placing.send({
      placeId,
      offeringId,
      startAt: slot.startAt,
      endAt: slot.endAt,
      ...detailsOf(offering, {}),
      ...noteOf(wish),
      ...whomOf(person),
    })
    if (!placed) return
    wish.forget()
    openInstead('/booking/pages/ticket', { ...slipOf(placed.bookingId, person.grantId), placed: '1' })
  }
  if (placing.away) return <Outcome of={placing} named />
  const likely = may.find(person => !onItsWay(person))
  return (
    <>
      <Note of={wish} />
      {may.map(person => {
        const away = onItsWay(person)
        return away ? (
          <Outcome key={person.personId} of={away} named />
        ) : (
          <Answer
            key={person.personId}
            kind={person === likely ? 'next' : 'plain'}
            icon="person"
            title={person.relation === 'self' ? words.giveSelf : words.giveOther(person.name)}
            note={priceWords(priceFor(offering, person, slot).priceFen)}
            disabled={placing.busy || isRefused(person)}
            onTap={() => place(person)}
          />
        )
      })}
      <Outcome of={placing} />
      {against
        .filter(one => !lacking.includes(one))
        .map(({ person, ineligible }) => (
          <NotThem key={person.personId} person={person} ineligible={ineligible} />
        ))}
      {counter && lacking.length > 0 && (
        <Answer
          kind={may.length === 0 ? 'next' : 'plain'}
          icon="ticket"
          title={elderWords.register(
            lacking.length < people.length ? spokenNames(lacking.map(({ person }) => person.name)) : '',
            spokenOffering(counter),
          )}
          note={elderWords.registerOnce}
          onTap={() => register(counter)}
        />
      )}
      {may.length === 0 && offering.eligible?.team && (
        <Answer
          kind="next"
          icon="people"
          title={words.myTeams}
          note={words.notFor(teamsAlone)}
          onTap={() => open('/identity/pages/teams')}
        />
      )}
      {may.length === 0 && !offering.eligible?.team && (
        <Answer icon="person" title={words.addPerson} onTap={() => open('/identity/pages/person')} />
      )}
    </>
  )
}

interface NotThemProps {
  person: Bookable
  ineligible: Against
}

/** Why somebody of the household cannot have it; who has only not said how old they are can do so. */
function NotThem({ person: { personId, name, grantId }, ineligible }: NotThemProps) {
  const canTell = ineligible.rule === 'age_unknown' && !grantId
  return (
    <Answer
      icon="person"
      title={canTell ? words.tellAge(name) : name}
      note={words.notFor(ineligible)}
      disabled={!canTell}
      onTap={() => open('/identity/pages/born', { personId })}
    />
  )
}
