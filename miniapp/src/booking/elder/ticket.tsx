import { View } from '@tarojs/components'
import { spokenOffering } from '@yike/shared/booking/rules/naming'
import type { Booking } from '@yike/shared/booking/schema'
import { addMinutes } from '@yike/shared/kernel/time'
import { useState } from 'react'
import { open } from '../../platform/route'
import { now } from '../../platform/spoken'
import { useStale } from '../../platform/use-stale'
import { Answer, CallPerson, Facts, Notice, Outcome, Question, Stale } from '../../ui'
import { Sure } from '../../ui/sure'
import { Timeline } from '../../ui/timeline'
import { Settled } from '../details'
import { Presence } from '../presence'
import { Qr } from '../qr'
import { Called, Reminded } from '../reminded'
import { ToCalendar } from '../to-calendar'
import { useCancel } from '../use-booking'
import { seriesOf, slipOf } from '../use-people'
import { cancelWords, isComing, priceWords, stateWord, timelineOf, whomLines } from '../view'
import { words } from '../words'
import { ticketElder } from '../words/elder'
import { pickupWords } from '../words/pickup'
import { seriesWords } from '../words/series'
import { Summary } from './summary'

interface ElderTicketProps {
  booking: Booking
  grantId?: string | undefined
  /** What has a page of its own: the door, what was settled, what happened. */
  part: string | undefined
  /** It was placed a moment ago. */
  placed: boolean
  /** Whoever comes to cancel is asked at once. */
  asks: boolean
  onChanged: () => Promise<void>
}

const WEEK_MINUTES = 7 * 24 * 60

/** 长辈版 of a ticket: when, where and the number, then what can be done with it, each on a page of its own. */
export function ElderTicket(props: ElderTicketProps) {
  const { booking, part, asks, onChanged } = props
  const [isLeaving, setIsLeaving] = useState(asks)
  const [said, setSaid] = useState('')
  const stale = useStale(onChanged)
  const cancelling = useCancel(booking, stale)
  const { bookingId, can } = booking
  const canCancel = can.includes('cancel') && !cancelling.away
  const cancel = async () => {
    const done = await cancelling.send({ bookingId, grantId: props.grantId })
    setIsLeaving(false)
    if (!done) return
    setSaid(words.cancelled)
    await onChanged()
  }
  if (part === 'door') return <Door booking={booking} onChanged={onChanged} />
  if (part === 'settled')
    return (
      <>
        <Question>{ticketElder.settled}</Question>
        <Settled booking={booking} />
      </>
    )
  if (part === 'story')
    return (
      <>
        <Question>{words.whatHappened}</Question>
        <Timeline steps={timelineOf(booking, now())} />
      </>
    )
  if (isLeaving && canCancel)
    return (
      <Sure
        question={words.cancelAsk}
        text={words.cancelText}
        yes={words.cancel}
        no={words.keep}
        busy={cancelling.busy}
        onYes={cancel}
        onNo={() => setIsLeaving(false)}
      />
    )
  return (
    <>
      {said && <Notice tone="quiet">{said}</Notice>}
      <Slip {...props} />
      <Stale stale={stale} became={stateWord(booking, now()).word} />
      <Outcome of={cancelling} />
      <Ways {...props} />
      {canCancel && <Answer icon="cross" title={words.cancel} onTap={() => setIsLeaving(true)} />}
      <CallPerson />
      {/* Its answer comes late: below all others it pushes none away. */}
      <Called booking={booking} />
    </>
  )
}

/** What one has to know of it. */
function Slip({ booking, placed }: ElderTicketProps) {
  const { state, number, offeringName, placeName, priceFen, note } = booking
  const at = now()
  return (
    <>
      <Question>{stateWord(booking, at).word}</Question>
      {placed && state === 'confirmed' && <Notice tone="green">{words.placed}</Notice>}
      {placed && state === 'requested' && <Notice tone="waiting">{words.requested}</Notice>}
      <Reminded booking={booking} />
      <Summary offering={{ name: offeringName, placeName }} slot={booking} />
      <View className="ticket-number">
        {words.number} {number}
      </View>
      <Facts>
        {[...whomLines(booking), priceWords(priceFen), note && `“${note}”`, cancelWords(booking, at)]}
      </Facts>
    </>
  )
}

/** What can be done with it now: a way to each. */
function Ways({ booking, grantId }: ElderTicketProps) {
  const { bookingId, placeId, offeringId, placeName, startAt, endAt, forName, state, series, can } = booking
  const { mode, papers = [], equipment = [], kind, noShow } = booking
  const isAhead = isComing(booking, now())
  const to = (part: string) => open('/booking/pages/ticket', { ...slipOf(bookingId, grantId), part })
  return (
    <>
      {isAhead && <Answer kind="next" icon="ticket" title={ticketElder.door} onTap={() => to('door')} />}
      {(can.includes('checkIn') || noShow || state === 'came') && !isAhead && (
        <Answer kind="next" icon="idea" title={ticketElder.presence} onTap={() => to('door')} />
      )}
      <Answer
        icon="pin"
        title={words.seePlace}
        note={placeName}
        onTap={() => open('/circle/pages/place', { placeId })}
      />
      {(mode || papers.length > 0 || equipment.length > 0) && (
        <Answer icon="task" title={ticketElder.settled} onTap={() => to('settled')} />
      )}
      {kind === 'childcare' && !grantId && state !== 'cancelled' && (
        <Answer
          icon="child"
          title={pickupWords.link}
          note={pickupWords.linkText}
          onTap={() => open('/booking/pages/pickup', { bookingId })}
        />
      )}
      {state === 'confirmed' && isAhead && <ToCalendar booking={booking} />}
      {series && (
        <Answer
          icon="calendar"
          title={seriesWords.nth(series.nth, series.of)}
          onTap={() => open('/booking/pages/series', seriesOf(series.seriesId, grantId))}
        />
      )}
      {!series && isAhead && (
        <Answer
          icon="calendar"
          title={seriesWords.openAgain}
          onTap={() =>
            open('/booking/pages/repeat', {
              ...{ placeId, offeringId, who: forName },
              startAt: addMinutes(startAt, WEEK_MINUTES),
              endAt: addMinutes(endAt, WEEK_MINUTES),
            })
          }
        />
      )}
      {!isAhead && (
        <Answer
          icon="calendar"
          title={words.again}
          onTap={() => open('/booking/pages/choose', { placeId, offeringId })}
        />
      )}
      <Answer icon="clock" title={ticketElder.story} onTap={() => to('story')} />
    </>
  )
}

/** At the door: the number and its picture, as large as the page allows, and checking in. */
function Door({ booking, onChanged }: Pick<ElderTicketProps, 'booking' | 'onChanged'>) {
  const { number } = booking
  return (
    <>
      <Question>{spokenOffering(booking)}</Question>
      {isComing(booking, now()) && (
        <>
          <View className="ticket-number">
            {words.number} {number}
          </View>
          <View className="ticket-scan">
            <Qr text={booking.bookingId} label={words.qrFor(number)} />
          </View>
        </>
      )}
      <Presence booking={booking} onChanged={onChanged} />
    </>
  )
}
