import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Booking } from '@yike/shared/booking/schema'
import { useState } from 'react'
import { open } from '../platform/route'
import { useStale } from '../platform/use-stale'
import { Button, Choices, Confirm, Field, Outcome, Stack, Stale } from '../ui'
import './case-sheet.css'
import { Certificate } from './certificate'
import { useAcceptFor, useCancelFor } from './use-caller'
import { useReason } from './use-reason'
import { callerWords as words } from './words'

interface CallerActsProps {
  booking: Booking
  onChanged: () => Promise<void>
}

/** What staff do with a booking while its owner is on the telephone. */
export function CallerActs({ booking, onChanged }: CallerActsProps) {
  const { bookingId, placeId, offeringId, forName, phone, can } = booking
  const [asking, setAsking] = useState(false)
  const stale = useStale(onChanged)
  const cancelling = useCancelFor(stale)
  const accepting = useAcceptFor(stale)
  const accept = async () => {
    if (await accepting.send({ bookingId })) await onChanged()
  }
  const { field, take, forget } = useReason(`cancel:${bookingId}`)
  const cancel = async () => {
    const reason = take()
    if (reason === undefined) return
    const done = await cancelling.send({ bookingId, reason })
    setAsking(false)
    if (!done) return
    forget()
    await onChanged()
  }
  return (
    <View className="workbench-acts">
      <Stack>
        <Stale stale={stale} />
        <Outcome of={{ ...cancelling, unsent: null }} />
        <Outcome of={{ ...accepting, unsent: null }} />
        {phone && (
          <Button kind="calm" onTap={() => Taro.makePhoneCall({ phoneNumber: phone })}>
            {words.call(phone)}
          </Button>
        )}
        <Button
          kind="calm"
          onTap={() => open('/workbench/pages/book-for', { placeId, offeringId, bookingId, forName })}
        >
          {words.openFor(forName)}
        </Button>
        {can.includes('acceptFor') && (
          <Button kind="go" busy={accepting.busy} onTap={accept}>
            {booking.movedFrom ? words.acceptSwap : words.acceptSeat}
          </Button>
        )}
        {can.includes('cancelFor') && !asking && (
          <Button kind="bare" onTap={() => setAsking(true)}>
            {words.cancel}
          </Button>
        )}
        <Certificate booking={booking} />
        <Confirm
          open={asking}
          question={words.cancelAsk}
          yes={words.doCancel}
          no={words.keep}
          tone="danger"
          busy={cancelling.busy}
          onYes={cancel}
          onNo={() => setAsking(false)}
        >
          <View>
            <Choices
              label={words.reason}
              options={words.reasons.map(sentence => ({ value: sentence, label: sentence }))}
              value={field.value}
              onChange={field.onChange}
            />
            <Field label={words.reason} lines={2} {...field} />
          </View>
        </Confirm>
      </Stack>
    </View>
  )
}
