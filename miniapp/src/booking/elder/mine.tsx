import { View } from '@tarojs/components'
import type { Booking } from '@yike/shared/booking/schema'
import { localDate } from '@yike/shared/kernel/time'
import { useState } from 'react'
import { open } from '../../platform/route'
import { useMe } from '../../platform/session'
import { now, spokenDay, spokenHours, spokenList, spokenMoment } from '../../platform/spoken'
import { useStale } from '../../platform/use-stale'
import { Answer, Loaded, Notice, Outcome, Question, Stale } from '../../ui'
import { NextHelp } from '../../volunteer/next-help'
import '../booking.css'
import { Offered } from '../queue'
import { bookingsOf, useCancel, useMyBookings, usePlaceBooking } from '../use-booking'
import { inOrder } from '../view'
import { words } from '../words'

/** As many of the next things as one keeps in mind. */
const SHOWN = 3

/** 长辈版: what is coming, said in sentences, and where everything else of mine is. */
export function ElderMine() {
  const me = useMe()
  const { first, pages } = useMyBookings()
  const at = now()
  const { offered, coming: all } = inOrder(bookingsOf(pages), at)
  const coming = all.slice(0, SHOWN)
  const [gone, setGone] = useState<Booking | null>(null)
  return (
    <>
      <Question>{words.mineTitle}</Question>
      {gone && <Gone booking={gone} onAgain={first.refresh} />}
      <Loaded query={first} empty={<View>{words.mineNone}</View>}>
        {() => (
          <>
            {offered.map(booking => (
              <Offered key={booking.bookingId} booking={booking} at={at} onChanged={first.refresh} />
            ))}
            {coming.map(booking => (
              <Thing
                key={booking.bookingId}
                booking={booking}
                onGone={async () => {
                  setGone(booking)
                  await first.refresh()
                }}
                onStale={first.refresh}
              />
            ))}
            {coming.length === 0 && <View>{words.mineNone}</View>}
          </>
        )}
      </Loaded>
      {me?.roles.includes('volunteer') && <NextHelp />}
      <Answer icon="idea" title={words.mineRequest} onTap={() => open('/microproject/pages/file')} />
      <Answer icon="task" title={words.mineRequests} onTap={() => open('/microproject/pages/list')} />
      <Answer icon="notice" title={words.mineNotices} onTap={() => open('/identity/pages/notices')} />
      <Answer icon="volunteer" title={words.mineHelp} onTap={() => open('/volunteer/tab/index')} />
    </>
  )
}

interface ThingProps {
  booking: Booking
  onGone: () => Promise<void>
  onStale: () => Promise<unknown>
}

/** Given up with one tap, for a slip of the finger is taken back with one. */
function Thing({ booking, onGone, onStale }: ThingProps) {
  const stale = useStale(onStale)
  const { bookingId, startAt, endAt, offeringName, placeName, forName, number, can } = booking
  const cancelling = useCancel(words.toCancel(placeName, offeringName, spokenMoment(startAt, now())), stale)
  const giveUp = async () => {
    if (await cancelling.send({ bookingId })) await onGone()
  }
  return (
    <View className="booking-thing">
      <View className="booking-thing__when">
        {spokenDay(localDate(startAt), now())} {spokenHours(startAt, endAt)}
      </View>
      <View>{spokenList(offeringName, placeName, words.forName(forName))}</View>
      <View>
        {words.number} {number}
      </View>
      <Stale stale={stale} />
      <Outcome of={cancelling} />
      <View className="booking-thing__acts">
        <Answer
          icon="ticket"
          title={words.mineSlip}
          onTap={() => open('/booking/pages/ticket', { bookingId })}
        />
        {can.includes('cancel') && (
          <Answer icon="cross" title={words.mineGiveUp} busy={cancelling.busy} onTap={giveUp} />
        )}
      </View>
    </View>
  )
}

function Gone({ booking, onAgain }: { booking: Booking; onAgain: () => Promise<void> }) {
  const people = useMe()?.people ?? []
  const [again, setAgain] = useState(false)
  const { placeId, offeringId, placeName, offeringName, startAt, endAt, forName, note } = booking
  const placing = usePlaceBooking(() => words.toPlace(placeName, offeringName, spokenMoment(startAt, now())))
  const person = people.find(({ name }) => name === forName)
  const undo = async () => {
    const placed = await placing.send({
      placeId,
      offeringId,
      startAt,
      endAt,
      ...(person && person.relation !== 'self' ? { personId: person.personId } : {}),
      ...(note ? { note } : {}),
    })
    if (!placed) return
    setAgain(true)
    await onAgain()
  }
  if (again) return <Notice tone="green">{words.mineAgain}</Notice>
  return (
    <>
      <Notice tone="quiet">{words.mineGivenUp}</Notice>
      <Outcome of={placing} />
      <Answer kind="next" title={words.mineUndo} busy={placing.busy} onTap={undo} />
    </>
  )
}
