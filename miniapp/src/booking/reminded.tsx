import type { Booking } from '@yike/shared/booking/schema'
import { ConsentLine } from '../bulletin/consent-line'
import { api } from '../platform/api'
import { useComfort } from '../platform/comfort'
import { open } from '../platform/route'
import { now } from '../platform/spoken'
import { useQuery } from '../platform/use-query'
import { Answer, Cell, Icon } from '../ui'
import { isComing } from './view'
import { callWords as words } from './words/phone'

interface RemindedProps {
  booking: Booking
}

/** How one hears of a booking: by a message for a yes, and for care and visits by a call where that does not arrive. */
export function Reminded({ booking }: RemindedProps) {
  const { state } = booking
  if (state === 'requested' || state === 'waiting') return <ConsentLine about="booking" />
  if (state !== 'confirmed' || !isComing(booking, now())) return null
  return (
    <>
      <ConsentLine about="booking" reminds />
      {called.includes(booking.kind) && <Called />}
    </>
  )
}

/** What is prepared for, and visits: somebody would wait in vain. */
const called: readonly Booking['kind'][] = ['elderCare', 'childcare', 'homeVisit']

/** Whoever has left no number is asked here, and not before they have booked. */
function Called() {
  const { elder } = useComfort()
  const asked = useQuery('identity.phone', () => api.identity.phone({}))
  if (asked.state !== 'ready' || asked.value.phone) return null
  const give = () => open('/identity/pages/phone')
  return elder ? (
    <Answer icon="call" title={words.phone} note={words.phoneText} onTap={give} />
  ) : (
    <Cell title={words.phone} note={words.phoneText} lead={<Icon name="call" />} onTap={give} />
  )
}
