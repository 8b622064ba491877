import { View } from '@tarojs/components'
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

const isConfirmed = (booking: Booking): boolean => booking.state === 'confirmed' && isComing(booking, now())

/** How one hears of a booking: by a message for a yes. */
export function Reminded({ booking }: RemindedProps) {
  const { state } = booking
  if (state === 'requested' || state === 'waiting') return <ConsentLine about="booking" />
  return isConfirmed(booking) && <ConsentLine about="booking" reminds />
}

/** What is prepared for, and visits: somebody would wait in vain. */
const called: readonly Booking['kind'][] = ['elderCare', 'childcare', 'homeVisit']

/**
 * For care and visits also by a call, where the message does not arrive. Whoever has left no number is asked here, and not
 * before they have booked.
 */
export function Called({ booking }: RemindedProps) {
  const isCalled = isConfirmed(booking) && called.includes(booking.kind)
  const asked = useQuery(isCalled ? 'identity.phone' : null, () => api.identity.phone({}))
  if (asked.state !== 'ready' || asked.value.phone) return null
  return <GiveNumber title={words.phone} />
}

/** Whom nothing is held for is called; whoever has left no number is asked for one instead of being promised that. */
export function CalledAbout({ grantId }: { grantId?: string | undefined }) {
  // Of somebody whom one acts for it is not known here.
  const asked = useQuery(grantId ? null : 'identity.phone', () => api.identity.phone({}))
  if (asked.state !== 'ready') return null
  if (!asked.value.phone) return <GiveNumber title={words.noNumber} />
  return <View className="booking-quiet">{words.willCall}</View>
}

function GiveNumber({ title }: { title: string }) {
  const { elder } = useComfort()
  const give = () => open('/identity/pages/phone')
  return elder ? (
    <Answer icon="call" title={title} note={words.phoneText} onTap={give} />
  ) : (
    <Cell title={title} note={words.phoneText} lead={<Icon name="call" />} onTap={give} />
  )
}
