import { View } from '@tarojs/components'
import { holds } from '@yike/shared/booking/lifecycle'
import type { Booking } from '@yike/shared/booking/schema'
import { localDate } from '@yike/shared/kernel/time'
import { open } from '../../platform/route'
import { useMe } from '../../platform/session'
import { now, spokenDay, spokenHours, spokenList, spokenMoment } from '../../platform/spoken'
import { useStale } from '../../platform/use-stale'
import { Answer, CallPerson, Facts, Notice, Outcome, Stale } from '../../ui'
import '../booking.css'
import { useCancel, usePlaceBooking } from '../use-booking'
import { words } from '../words'

interface ThingProps {
  booking: Booking
  gone: boolean
  /** Booked again after a slip of the finger. */
  again: boolean
  onGone: () => void
  onAgain: (placed: Booking) => Promise<void>
  onStale: () => Promise<unknown>
}

/** Given up with one tap, for a slip of the finger is taken back with one. */
export function Thing({ booking, gone, again, onGone, onAgain, onStale }: ThingProps) {
  const { startAt, endAt, offeringName, placeName, forName, number } = booking
  return (
    <View className="booking-thing">
      {again && <Notice tone="green">{words.mineAgain}</Notice>}
      <View className="booking-thing__when">
        {spokenDay(localDate(startAt), now())} {spokenHours(startAt, endAt)}
      </View>
      <View>{spokenList(offeringName, placeName, words.forName(forName))}</View>
      <View>
        {words.number} {number}
      </View>
      {gone ? (
        <TakeBack booking={booking} onAgain={onAgain} />
      ) : (
        <GiveUp booking={booking} onGone={onGone} onStale={onStale} />
      )}
    </View>
  )
}

function GiveUp({ booking, onGone, onStale }: Pick<ThingProps, 'booking' | 'onGone' | 'onStale'>) {
  const stale = useStale(onStale)
  const { bookingId, startAt, offeringName, can } = booking
  const which = `${offeringName} ${spokenMoment(startAt, now())}`
  const cancelling = useCancel(booking, stale)
  const giveUp = async () => {
    if (await cancelling.send({ bookingId, unlessWaited: true })) onGone()
  }
  return (
    <>
      <View className="booking-thing__acts">
        <Answer
          icon="ticket"
          title={words.mineSlip}
          label={spokenList(words.mineSlip, which)}
          onTap={() => open('/booking/pages/ticket', { bookingId })}
        />
        {can.includes('cancel') && !cancelling.away && (
          <Answer
            icon="cross"
            title={words.mineGiveUp}
            label={spokenList(words.mineGiveUp, which)}
            busy={cancelling.busy}
            onTap={giveUp}
          />
        )}
      </View>
      {holds(booking.state) && !can.includes('cancel') && (
        <>
          <Facts>{[words.cancelClosed]}</Facts>
          <CallPerson />
        </>
      )}
      {/* Below what was tapped: nothing may come under a finger that taps twice. */}
      <Stale stale={stale} />
      <Outcome of={cancelling} />
    </>
  )
}

/** Where the finger gave it up stands only a sentence: the way back stands above it. */
function TakeBack({ booking, onAgain }: Pick<ThingProps, 'booking' | 'onAgain'>) {
  const people = useMe()?.people ?? []
  const { placeId, offeringId, placeName, offeringName, startAt, endAt, forName, note, team } = booking
  const placing = usePlaceBooking(() =>
    words.toPlace(placeName, offeringName, spokenMoment(startAt, now()), forName),
  )
  const person = team ? undefined : people.find(({ name }) => name === forName)
  const undo = async () => {
    const placed = await placing.send({
      placeId,
      offeringId,
      startAt,
      endAt,
      ...(team && { teamId: team.teamId }),
      ...(person && person.relation !== 'self' ? { personId: person.personId } : {}),
      ...(note ? { note } : {}),
    })
    if (placed) await onAgain(placed)
  }
  return (
    <View className="booking-thing__acts">
      <Answer kind="next" title={words.mineUndo} busy={placing.busy} onTap={undo} />
      <Outcome of={placing} />
      <Notice tone="quiet">{words.mineGivenUp}</Notice>
    </View>
  )
}
