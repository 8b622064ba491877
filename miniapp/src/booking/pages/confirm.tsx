import { View } from '@tarojs/components'
import { spokenOffering } from '@yike/shared/booking/rules/naming'
import { priceFor } from '@yike/shared/booking/rules/terms'
import type { Days } from '@yike/shared/booking/schema'
import type { Slot } from '@yike/shared/booking/schema/day'
import { localDate } from '@yike/shared/kernel/time'
import { useComfort } from '../../platform/comfort'
import { open, openInstead, useParams } from '../../platform/route'
import { now, spokenDay, spokenHours, spokenMoment } from '../../platform/spoken'
import { AsOf, Button, Field, Loaded, lengthOf, Outcome, Screen, Section } from '../../ui'
import { needing } from '../../ui/needing'
import { whyNot } from '../view/not-for'
import '../booking.css'
import { Act } from '../confirm-act'
import { Asked } from '../details'
import { AskWho } from '../elder/ask-who'
import { Faces } from '../faces'
import { Gone } from '../gone'
import { usePlaceBooking, useSlotDay, useWish } from '../use-booking'
import { calledOf, slipOf, usePeople, whomOf } from '../use-people'
import { useOnItsWay } from '../use-unsent'
import { canBook, likelyPerson, priceWords, slotAt } from '../view'
import { detailsOf, noteOf, spanOf } from '../view/details'
import { priceReasons, words } from '../words'
import { bookWords } from '../words/book'
import { seriesWords } from '../words/series'

const NOTE_LONGEST = 200

type Offering = Days['offering']

function ConfirmBooking() {
  const { placeId = '', offeringId = '', startAt = '', step } = useParams()
  const { elder } = useComfort()
  const what = { placeId, offeringId, startAt }
  return elder ? (
    <Screen>
      <AskWho {...what} step={step} />
    </Screen>
  ) : (
    <OnePage {...what} />
  )
}

/** Whom it is for, what it costs, and the one button that says what will happen. */
function OnePage({ placeId, offeringId, startAt }: { placeId: string; offeringId: string; startAt: string }) {
  const day = useSlotDay({ placeId, offeringId }, startAt)
  const offering = 'value' in day ? day.value?.offering : undefined
  const people = usePeople(offering?.kind)
  const wish = useWish(offeringId)
  const placing = usePlaceBooking(() => {
    const [placeName, name] = [offering?.placeName ?? '', offering?.name ?? '']
    return words.toPlace(placeName, name, spokenMoment(startAt, now()), calledOf(person))
  }, wish)

  const free = 'value' in day ? slotAt(day.value, startAt) : undefined
  const slot = free && spanOf(free, wish)
  const person =
    people.find(({ personId }) => personId === wish.personId) ??
    (offering && slot && likelyPerson(offering, people, slot))
  const onItsWay = useOnItsWay({ offeringId, startAt })(person)
  const ineligible = offering && slot && person && whyNot(offering, person, slot, now())

  const isFull = placing.problem?.code === 'booking.slot_full'
  const price = (of: Offering, span: Slot) =>
    person ? priceFor(of, person, span) : { priceFen: of.priceFen, why: undefined }

  // What was refused for one person, or with one thing that is lent, says nothing about another.
  const change: typeof wish.change = part => {
    wish.change(part)
    placing.clear()
  }

  const place = async (what: Slot) => {
    const placed = await placing.send({
      placeId,
      offeringId,
      startAt: what.startAt,
      endAt: what.endAt,
      ...whomOf(person),
      ...noteOf(wish),
      ...(offering && detailsOf(offering, wish)),
    })
    if (!placed) return
    wish.forget()
    openInstead('/booking/pages/ticket', { ...slipOf(placed.bookingId, person?.grantId), placed: '1' })
  }

  return (
    <Screen
      title={words.confirm}
      foot={
        offering &&
        slot &&
        canBook(slot) &&
        !placing.away &&
        !onItsWay && (
          <Act
            offering={offering}
            slot={slot}
            person={person}
            ineligible={ineligible}
            shut={lengthOf(wish.note) > NOTE_LONGEST}
            sending={placing}
            onTap={() => place(slot)}
          />
        )
      }
    >
      <Loaded query={day}>
        {found => {
          if (placing.away) return <Outcome of={placing} named />
          if (!free || !slot || !canBook(free))
            return <Gone placeId={placeId} offeringId={offeringId} startAt={startAt} />
          return (
            <>
              <AsOf query={day} say={words.asOf} />
              <Summary offering={found.offering} slot={isFull ? { ...slot, left: 0 } : slot} />
              <Section title={words.forWhom}>
                <Faces people={people} value={person?.personId} onChange={personId => change({ personId })} />
              </Section>
              {onItsWay ? (
                <Outcome of={onItsWay} named />
              ) : (
                <>
                  <Asked offering={found.offering} slot={free} wish={wish} onChange={change} />
                  <Section title={words.price}>
                    <View className="booking-price">
                      <View className="booking-price__amount">
                        {priceWords(price(found.offering, slot).priceFen)}
                      </View>
                      <View className="booking-quiet">
                        {price(found.offering, slot).why ?? priceReasons[found.offering.priceClass]}
                      </View>
                    </View>
                  </Section>
                  <View className="booking-note">
                    <Field
                      label={bookWords.note}
                      placeholder={bookWords.noteExample}
                      value={wish.note}
                      onChange={note => wish.change({ note })}
                      lines={2}
                      maxLength={NOTE_LONGEST}
                    />
                  </View>
                  <View className="booking-note">
                    <Button
                      kind="calm"
                      onTap={() =>
                        open('/booking/pages/repeat', {
                          ...{ placeId, offeringId, startAt: slot.startAt, endAt: slot.endAt },
                          ...(person && { who: person.name }),
                        })
                      }
                    >
                      {seriesWords.open}
                    </Button>
                  </View>
                </>
              )}
            </>
          )
        }}
      </Loaded>
    </Screen>
  )
}

function Summary({ offering, slot }: { offering: Offering; slot: Slot }) {
  return (
    <View className="booking-when">
      <View className="booking-when__day">{spokenDay(localDate(slot.startAt), now())}</View>
      <View className="booking-when__hours">{spokenHours(slot.startAt, slot.endAt)}</View>
      <View>{spokenOffering({ placeName: offering.placeName, offeringName: offering.name })}</View>
      {slot.left > 0 && <View className="booking-quiet">{words.seats(slot.left)}</View>}
    </View>
  )
}

export default needing(['placeId', 'offeringId', 'startAt'], ConfirmBooking)
