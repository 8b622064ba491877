import { View } from '@tarojs/components'
import type { Booking } from '@yike/shared/booking/schema'
import { useState } from 'react'
import { now } from '../platform/spoken'
import type { Stale } from '../platform/use-stale'
import { Button, Confirm, Outcome, Section } from '../ui'
import { useCancel } from './use-booking'
import { cancelWords } from './view'
import { words } from './words'

interface CancelProps {
  asks: boolean
  booking: Booking
  /** By which grant its reader acts for its owner. */
  grantId?: string | undefined
  stale: Stale
  onDone: () => Promise<void>
}

/** Giving a booking back, leaving the waiting list, or ending the search for something in place of it. */
export function Cancel({ booking, asks, grantId, stale, onDone }: CancelProps) {
  const [asking, setAsking] = useState(asks)
  const cancelling = useCancel(booking, stale)
  const { state } = booking
  const waits = state === 'waiting' || state === 'displaced'
  const [leave, leaveAsk, leaveText] =
    state === 'displaced'
      ? [words.seekStop, words.seekEnd, words.seekEnd]
      : [words.leave, words.leaveAsk, words.leaveText]

  const cancel = async () => {
    const done = await cancelling.send({ bookingId: booking.bookingId, grantId })
    setAsking(false)
    if (done) await onDone()
  }

  return (
    <Section title={waits ? leave : words.howToCancel}>
      <View className="booking-quiet">{waits ? leaveText : cancelWords(booking, now())}</View>
      <Outcome of={cancelling} />
      {booking.can.includes('cancel') && !asking && !cancelling.away && (
        <View className="ticket-again">
          <Button kind="calm" onTap={() => setAsking(true)}>
            {waits ? leave : words.cancel}
          </Button>
        </View>
      )}
      <Confirm
        open={asking && !cancelling.away}
        question={waits ? leaveAsk : words.cancelAsk}
        yes={waits ? leave : words.cancel}
        no={waits ? words.stay : words.keep}
        busy={cancelling.busy}
        onYes={cancel}
        onNo={() => setAsking(false)}
      >
        <View className="booking-quiet">{waits ? leaveText : words.cancelText}</View>
      </Confirm>
    </Section>
  )
}
