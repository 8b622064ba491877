import type { Booking } from '@yike/shared/booking/schema'
import { clockOf } from '@yike/shared/kernel/time'
import { open } from '../platform/route'
import { Cell, Icon } from '../ui'
import { pickupWords as words } from './words/pickup'

/** Where the child is, and what the class has written. */
export function PickupLink({ booking: { bookingId, arrivedAt, leftAt } }: { booking: Booking }) {
  return (
    <Cell
      title={words.link}
      note={
        leftAt
          ? words.leftAt(clockOf(leftAt))
          : arrivedAt
            ? words.arrivedAt(clockOf(arrivedAt))
            : words.linkText
      }
      lead={<Icon name="child" />}
      onTap={() => open('/booking/pages/pickup', { bookingId })}
    />
  )
}
