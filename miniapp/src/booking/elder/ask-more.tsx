import { View } from '@tarojs/components'
import { priceFor } from '@yike/shared/booking/rules/terms'
import type { Days } from '@yike/shared/booking/schema'
import type { Slot } from '@yike/shared/booking/schema/day'
import { addMinutes } from '@yike/shared/kernel/time'
import { goBack, open, openInstead } from '../../platform/route'
import { now, spokenEnd, spokenList, spokenMinutes, spokenMoment } from '../../platform/spoken'
import { Answer, Notice, Outcome, Question } from '../../ui'
import '../booking.css'
import { Papers } from '../details'
import { Sorts } from '../equipment'
import { usePlaceBooking, useWish } from '../use-booking'
import { calledOf, slipOf, usePeople, whomOf } from '../use-people'
import { useOnItsWay } from '../use-unsent'
import { likelyPerson, priceWords, spokenEquipment } from '../view'
import { detailsOf, noteOf, spanOf } from '../view/details'
import { isForGood, lengthsFrom, type Step, stepsOf } from '../view/steps'
import { modeNames, words } from '../words'
import { bookWords } from '../words/book'
import { elderWords } from '../words/elder'
import { Note, Summary } from './summary'

type Offering = Days['offering']

interface AskMoreProps {
  placeId: string
  offering: Offering
  slot: Slot
  step: Step
}

export function AskMore({ placeId, offering, slot, step }: AskMoreProps) {
  const { offeringId, modes = [] } = offering
  const wish = useWish(offeringId)
  const steps = stepsOf(offering, slot, now())
  const on = (part: Parameters<typeof wish.change>[0]) => {
    wish.change(part)
    const next = steps[steps.indexOf(step) + 1] ?? 'check'
    open('/booking/pages/confirm', { placeId, offeringId, startAt: slot.startAt, step: next })
  }
  if (step === 'long')
    return (
      <>
        <Question>{elderWords.howLong}</Question>
        {lengthsFrom(offering, slot).map(minutes => (
          <Answer
            key={minutes}
            icon="clock"
            title={words.length(spokenMinutes(minutes), spokenEnd(addMinutes(slot.startAt, minutes)))}
            onTap={() => on({ minutes })}
          />
        ))}
      </>
    )
  if (step === 'how')
    return (
      <>
        <Question>{elderWords.how}</Question>
        {modes.map(mode => (
          <Answer key={mode} title={modeNames[mode]} onTap={() => on({ mode })} />
        ))}
      </>
    )
  if (step === 'things')
    return (
      <>
        <Question>{elderWords.things}</Question>
        <Sorts offering={offering} slot={spanOf(slot, wish)} wish={wish} onChange={wish.change} />
        <View className="booking-asked__act">
          <Answer kind="next" icon="check" title={elderWords.thatsAll} onTap={() => on({})} />
        </View>
      </>
    )
  return <Check placeId={placeId} offering={offering} slot={spanOf(slot, wish)} />
}

/** The last page says all of it again, in words, and books. */
function Check({ placeId, offering, slot }: { placeId: string; offering: Offering; slot: Slot }) {
  const people = usePeople(offering.kind)
  const { offeringId } = offering
  const wish = useWish(offeringId)
  const person =
    people.find(({ personId }) => personId === wish.personId) ?? likelyPerson(offering, people, slot)
  const when = spokenMoment(slot.startAt, now())
  const placing = usePlaceBooking(
    () => words.toPlace(offering.placeName, offering.name, when, calledOf(person)),
    wish,
  )
  const onItsWay = useOnItsWay({ offeringId, startAt: slot.startAt })(person)
  const details = detailsOf(offering, wish)
  const { priceFen, why } = person
    ? priceFor(offering, person, slot)
    : { priceFen: offering.priceFen, why: undefined }
  const place = async () => {
    const placed = await placing.send({
      placeId,
      offeringId,
      startAt: slot.startAt,
      endAt: slot.endAt,
      ...whomOf(person),
      ...details,
      ...noteOf(wish),
    })
    if (!placed) return
    wish.forget()
    openInstead('/booking/pages/ticket', { ...slipOf(placed.bookingId, person?.grantId), placed: '1' })
  }
  if (placing.away) return <Outcome of={placing} named />
  if (onItsWay) return <Outcome of={onItsWay} named />
  return (
    <>
      <Question>{elderWords.check}</Question>
      <Summary offering={offering} slot={slot} />
      {person && person.relation !== 'self' && <View>{words.forName(person.name)}</View>}
      {details.mode && <View>{bookWords.settledBy(modeNames[details.mode])}</View>}
      {details.equipment && details.equipment.length > 0 && (
        <View>{bookWords.with(spokenEquipment(details.equipment))}</View>
      )}
      <View>{spokenList(priceWords(priceFen), why)}</View>
      <Note of={wish} />
      <Papers offering={offering} wish={wish} onChange={wish.change} />
      {isForGood(offering, slot, now()) && <Notice tone="waiting">{bookWords.noCancel}</Notice>}
      <Outcome of={placing} />
      <View className="booking-asked__act">
        <Answer
          kind="next"
          icon="check"
          title={person && person.relation !== 'self' ? words.giveOther(person.name) : words.giveSelf}
          busy={placing.busy}
          onTap={place}
        />
        <Answer icon="back" title={elderWords.think} disabled={placing.busy} onTap={goBack} />
      </View>
    </>
  )
}
