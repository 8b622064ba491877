import { View } from '@tarojs/components'
import { spokenOffering } from '@yike/shared/booking/rules/naming'
import type { Booking } from '@yike/shared/booking/schema'
import { type Instant, localDate } from '@yike/shared/kernel/time'
import { useState } from 'react'
import { whyOf } from '../bulletin/view'
import { spokenDay, spokenHours, spokenMoment } from '../platform/spoken'
import { useStale } from '../platform/use-stale'
import { Button, Cell, Confirm, Due, Outcome, Stale, Tag } from '../ui'
import { Lacking } from './lacking'
import './queue.css'
import { useAnswer } from './use-booking'
import { offerSaid, priceWords, stateWord } from './view'
import { words } from './words'

interface OfferedProps {
  booking: Booking
  grantId?: string | undefined
  at: Instant
  onChanged: () => Promise<void>
}

/** A seat that is held for the reader: what it is, how long it is theirs to take, and the one big button. */
export function Offered({ booking, grantId, at, onChanged }: OfferedProps) {
  const [asking, setAsking] = useState(false)
  const stale = useStale(onChanged)
  const accepting = useAnswer('accept', stale)
  const passing = useAnswer('pass', stale)
  const { bookingId, startAt, endAt, deadlineAt, forName, timeline, movedFrom, insteadOf } = booking
  const said = offerSaid(booking)
  const since = timeline.at(-1)?.at ?? at
  const answer = async (by: typeof accepting) => {
    const done = await by.send({ bookingId, grantId })
    setAsking(false)
    if (done) await onChanged()
  }
  return (
    <View className="yk-slip booking-offer">
      <View className="booking-offer__head">
        {deadlineAt && <Due since={since} until={deadlineAt} at={at} size={72} />}
        <View className="booking-offer__words">
          <View className="booking-offer__turn">{said.turn}</View>
          {deadlineAt && <View className="booking-quiet">{said.until(spokenMoment(deadlineAt, at))}</View>}
        </View>
      </View>
      {movedFrom && (
        <View className="booking-offer__from">
          {words.swapFrom(
            `${spokenOffering(movedFrom)} ${spokenMoment(movedFrom.startAt, at)}`,
            whyOf(movedFrom),
          )}
        </View>
      )}
      {insteadOf && (
        <View className="booking-offer__from">
          {words.backFor(
            `${spokenOffering(insteadOf)} ${spokenMoment(insteadOf.startAt, at)}`,
            insteadOf.asks,
          )}
        </View>
      )}
      <View>{spokenDay(localDate(startAt), at)}</View>
      <View className="booking-offer__when">{spokenHours(startAt, endAt)}</View>
      <View className="booking-offer__what">{`${spokenOffering(booking)} · ${words.forName(forName)}${movedFrom ? ` · ${priceWords(booking.priceFen)}` : ''}`}</View>
      <Lacking booking={booking} />
      <Stale stale={stale} became={stateWord(booking, at).word} />
      <Outcome of={{ ...accepting, unsent: null }} />
      <Outcome of={{ ...passing, unsent: null }} />
      <Button kind="next" busy={accepting.busy} onTap={() => answer(accepting)}>
        {said.accept}
      </Button>
      {!asking && (
        <View className="booking-offer__pass">
          <Button kind="bare" onTap={() => setAsking(true)}>
            {said.pass}
          </Button>
        </View>
      )}
      <Confirm
        open={asking}
        question={said.passAsk}
        yes={said.pass}
        no={words.keepOffer}
        busy={passing.busy}
        onYes={() => answer(passing)}
        onNo={() => setAsking(false)}
      >
        <View className="booking-quiet">{said.passText}</View>
      </Confirm>
    </View>
  )
}

interface WaitingLineProps {
  booking: Booking
  at: Instant
  onTap: () => void
}

/** A wait among my bookings. */
export function WaitingLine({ booking, at, onTap }: WaitingLineProps) {
  const { word, tone } = stateWord(booking, at)
  const { queue, startAt, forName } = booking
  return (
    <Cell
      title={spokenOffering(booking)}
      note={`${spokenMoment(startAt, at)} · ${forName}`}
      aside={<Tag tone={tone}>{queue ? words.rank(queue.position) : word}</Tag>}
      onTap={onTap}
    />
  )
}
