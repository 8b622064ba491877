import { View } from '@tarojs/components'
import type { Booking } from '@yike/shared/booking/schema'
import { addMinutes } from '@yike/shared/kernel/time'
import { useState } from 'react'
import { whyOf } from '../../bulletin/view'
import { useComfort } from '../../platform/comfort'
import { open, useParams } from '../../platform/route'
import { now } from '../../platform/spoken'
import { useStale } from '../../platform/use-stale'
import { Button, Cell, Loaded, Notice, Screen, Section, Stale } from '../../ui'
import { needing } from '../../ui/needing'
import { Timeline } from '../../ui/timeline'
import '../booking.css'
import { Cancel } from '../cancel'
import { Settled } from '../details'
import { ElderTicket } from '../elder/ticket'
import { isUnsettled, Unsettled } from '../elder/unsettled'
import { Rank } from '../full'
import { PickupLink } from '../pickup-link'
import { Presence } from '../presence'
import { Offered } from '../queue'
import { Called, CalledAbout, Reminded } from '../reminded'
import { Slip } from '../slip'
import { ToCalendar } from '../to-calendar'
import { useBooking } from '../use-booking'
import { seriesOf } from '../use-people'
import { isComing, stateWord, timelineOf } from '../view'
import { words } from '../words'
import { leftWords } from '../words/elder'
import { seriesWords } from '../words/series'

/** One booking: what to show at the door, what happened, how to give it back. */
function TicketPage() {
  const { bookingId = '', placed, ask, grantId, part } = useParams()
  const booking = useBooking(bookingId, grantId)
  const { elder } = useComfort()
  return (
    <Screen title={elder ? undefined : words.ticket}>
      <Loaded query={booking}>
        {found => (
          <Shown
            booking={found}
            grantId={grantId}
            part={part}
            placed={placed === '1'}
            asks={ask === 'cancel'}
            onChanged={booking.refresh}
          />
        )}
      </Loaded>
    </Screen>
  )
}

interface ShownProps {
  booking: Booking
  grantId?: string | undefined
  part: string | undefined
  /** It was placed a moment ago. */
  placed: boolean
  /** Whoever comes to cancel is asked at once. */
  asks: boolean
  onChanged: () => Promise<void>
}

function Shown(props: ShownProps) {
  const { booking, grantId, placed, asks, onChanged } = props
  const [said, setSaid] = useState('')
  const { elder } = useComfort()
  const stale = useStale(onChanged)
  const at = now()
  const { state, placeId, offeringId } = booking
  const waits = state === 'waiting' || state === 'displaced'
  if (elder && isUnsettled(booking))
    return (
      <Unsettled
        booking={booking}
        grantId={grantId}
        placed={placed}
        onChanged={onChanged}
        onLeft={() => setSaid(leftWords.left)}
      />
    )
  if (elder)
    return (
      <>
        {said && <Notice tone="quiet">{said}</Notice>}
        <ElderTicket {...props} />
      </>
    )
  const stands = isComing(booking, at) || state === 'waiting'
  return (
    <>
      {said && <Notice tone="quiet">{said}</Notice>}
      {placed && state === 'confirmed' && <Notice tone="green">{words.placed}</Notice>}
      {placed && state === 'requested' && <Notice tone="waiting">{words.requested}</Notice>}
      {placed && state === 'waiting' && <Notice tone="waiting">{words.joined}</Notice>}
      <Reminded booking={booking} />
      <Called booking={booking} />
      {state === 'offered' && <Offered booking={booking} grantId={grantId} at={at} onChanged={onChanged} />}
      {state === 'waiting' && <Rank booking={booking} />}
      {state === 'displaced' && (
        <>
          <Notice tone="danger">{words.displaced(whyOf(booking.movedFrom ?? {}))}</Notice>
          <CalledAbout grantId={grantId} />
        </>
      )}
      {/* What is offered says itself when and what; a number to show at the door comes with it once it is taken. */}
      {state === 'offered' ? (
        <Cell
          title={booking.placeName}
          note={words.seePlace}
          onTap={() => open('/circle/pages/place', { placeId })}
        />
      ) : (
        <Slip booking={booking} />
      )}
      <Settled booking={booking} />
      {booking.kind === 'childcare' && !grantId && booking.state !== 'cancelled' && (
        <PickupLink booking={booking} />
      )}
      {state === 'confirmed' && isComing(booking, at) && (
        <View className="ticket-again">
          <ToCalendar booking={booking} />
        </View>
      )}
      {booking.series && (
        <Cell
          title={seriesWords.nth(booking.series.nth, booking.series.of)}
          onTap={() => open('/booking/pages/series', seriesOf(booking.series?.seriesId ?? '', grantId))}
        />
      )}
      {!booking.series && isComing(booking, at) && <RepeatIt booking={booking} />}
      <Presence booking={booking} onChanged={onChanged} />
      <Stale stale={stale} became={stateWord(booking, at).word} />
      {!stands && state !== 'offered' && (
        <View className="ticket-again">
          <Button kind="calm" onTap={() => open('/booking/pages/choose', { placeId, offeringId })}>
            {words.again}
          </Button>
        </View>
      )}
      {(stands || state === 'displaced') && (
        <Cancel
          asks={asks}
          booking={booking}
          grantId={grantId}
          stale={stale}
          onDone={async () => {
            await onChanged()
            setSaid(waits ? leftWords.left : words.cancelled)
          }}
        />
      )}
      <Section title={words.whatHappened}>
        <Timeline steps={timelineOf(booking, at)} />
      </Section>
    </>
  )
}

/** The same next week, and so on. */
function RepeatIt({ booking: { placeId, offeringId, startAt, endAt, forName } }: { booking: Booking }) {
  const week = 7 * 24 * 60
  return (
    <View className="ticket-again">
      <Button
        kind="calm"
        onTap={() =>
          open('/booking/pages/repeat', {
            ...{ placeId, offeringId, who: forName },
            startAt: addMinutes(startAt, week),
            endAt: addMinutes(endAt, week),
          })
        }
      >
        {seriesWords.openAgain}
      </Button>
    </View>
  )
}

export default needing(['bookingId'], TicketPage)
