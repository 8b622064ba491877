import { View } from '@tarojs/components'
import { whyIneligible } from '@yike/shared/booking/rules/eligibility'
import { priceFor } from '@yike/shared/booking/rules/terms'
import type { Days, Slot } from '@yike/shared/booking/schema'
import type { Person } from '@yike/shared/identity/schema'
import { localDate } from '@yike/shared/kernel/time'
import { open, openInstead } from '../../platform/route'
import { useMe } from '../../platform/session'
import { now, spokenDay, spokenHours, spokenMoment } from '../../platform/spoken'
import { Answer, Empty, Loaded, Outcome, Question } from '../../ui'
import '../booking.css'
import { usePlaceBooking, useSlotDay } from '../use-booking'
import { canBook, priceWords, slotAt } from '../view'
import { words } from '../words'

interface AskWhoProps {
  placeId: string
  offeringId: string
  startAt: string
}

/** The last question: whoever is named is booked for. */
export function AskWho({ placeId, offeringId, startAt }: AskWhoProps) {
  const day = useSlotDay({ placeId, offeringId }, startAt)
  const otherTime = () => openInstead('/booking/pages/choose', { placeId, offeringId })
  return (
    <Loaded query={day}>
      {found => {
        const slot = slotAt(found, startAt)
        if (!slot || !canBook(slot))
          return (
            <Empty
              title={words.slotGone}
              icon="calendar"
              action={{ label: words.goBackToChoose, onTap: otherTime }}
            />
          )
        return (
          <>
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

function Summary({ offering, slot }: { offering: Days['offering']; slot: Slot }) {
  return (
    <View className="booking-when">
      <View className="booking-when__day">{spokenDay(localDate(slot.startAt), now())}</View>
      <View className="booking-when__hours">{spokenHours(slot.startAt, slot.endAt)}</View>
      <View>{offering.name}</View>
      <View>{offering.placeName}</View>
    </View>
  )
}

function People({ placeId, offering, slot }: { placeId: string; offering: Days['offering']; slot: Slot }) {
  const me = useMe()
  const placing = usePlaceBooking(() =>
    words.toPlace(offering.placeName, offering.name, spokenMoment(slot.startAt, now())),
  )
  const community = me?.community?.code ?? null
  const may = (me?.people ?? []).filter(
    person => !whyIneligible(offering.eligible, { ...person, community }, slot),
  )
  const place = async ({ personId, relation }: Person) => {
    const placed = await placing.send({
      placeId,
      offeringId: offering.offeringId,
      startAt: slot.startAt,
      endAt: slot.endAt,
      ...(relation === 'self' ? {} : { personId }),
    })
    if (placed) openInstead('/booking/pages/ticket', { bookingId: placed.bookingId, placed: '1' })
  }
  return (
    <>
      <Outcome of={placing} />
      {may.map(person => (
        <Answer
          key={person.personId}
          kind={person === may[0] ? 'next' : 'plain'}
          icon="person"
          title={person.relation === 'self' ? words.giveSelf : words.giveOther(person.name)}
          note={priceWords(priceFor(offering, { ...person, community }, slot).priceFen)}
          disabled={placing.busy}
          onTap={() => place(person)}
        />
      ))}
      {may.length === 0 && (
        <Answer
          kind="next"
          icon="person"
          title={words.addPerson}
          onTap={() => open('/identity/pages/person')}
        />
      )}
    </>
  )
}
