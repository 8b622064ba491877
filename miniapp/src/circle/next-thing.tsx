import { View } from '@tarojs/components'
import { spokenOffering } from '@yike/shared/booking/rules/naming'
import type { Booking } from '@yike/shared/booking/schema'
import type { Instant } from '@yike/shared/kernel/time'
import type { Task } from '@yike/shared/volunteer/schema'
import { Ticket } from '../booking/ticket'
import { bookingsOf, useComingBookings } from '../booking/use-booking'
import { inOrder, offerSaid } from '../booking/view'
import { api } from '../platform/api'
import { open } from '../platform/route'
import { spokenMoment } from '../platform/spoken'
import { useQuery } from '../platform/use-query'
import { Button, Cell, Icon, Loaded, Section, Skeleton } from '../ui'
import { words } from './words'

/** The booking or the task that comes next. */
export function NextThing({ volunteers, at }: { volunteers: boolean; at: Instant }) {
  const { first, pages } = useComingBookings()
  const task = useNextTask(volunteers, at)
  const { offered, coming } = inOrder(bookingsOf(pages), at)
  const [offer] = offered
  const [booking] = coming
  const isUnknown = first.state === 'offline' && first.value === null
  const taskFirst = task && (!booking || task.startAt < booking.startAt)
  if (isUnknown && !task) return null
  return (
    <Section title={words.nextTitle}>
      {offer && <Offer booking={offer} at={at} />}
      {taskFirst && <NextTask task={task} at={at} />}
      {booking && !taskFirst && (
        <>
          <Ticket
            booking={booking}
            at={at}
            onTap={() => open('/booking/pages/ticket', { bookingId: booking.bookingId })}
          />
          {booking.can.includes('cancel') && (
            <Button
              compact
              kind="bare"
              onTap={() => open('/booking/pages/ticket', { bookingId: booking.bookingId, ask: 'cancel' })}
            >
              {words.giveUp}
            </Button>
          )}
        </>
      )}
      {!offer && !booking && !task && (
        // Nothing is said to be booked as long as nobody knows.
        <Loaded query={first} waiting={<Skeleton lines={1} />} brief>
          {() => <View className="circle-quiet">{words.nextNothing}</View>}
        </Loaded>
      )}
    </Section>
  )
}

/** Somebody else gets it unless it is answered: so it stands before what is settled. */
function Offer({ booking, at }: { booking: Booking; at: Instant }) {
  const { bookingId, startAt, deadlineAt = startAt } = booking
  const said = offerSaid(booking)
  return (
    <Cell
      title={said.turn}
      note={`${spokenOffering(booking)} · ${spokenMoment(startAt, at)} · ${said.until(spokenMoment(deadlineAt, at))}`}
      lead={<Icon name="ticket" size={32} />}
      onTap={() => open('/booking/pages/ticket', { bookingId })}
    />
  )
}

function useNextTask(volunteers: boolean, at: Instant): Task | undefined {
  const mine = useQuery(volunteers ? 'volunteer.mine' : null, () => api.volunteer.mine({}))
  const claims = ('value' in mine && mine.value?.claims) || []
  return claims
    .filter(({ state, task }) => state === 'claimed' && task.endAt > at)
    .map(({ task }) => task)
    .sort((one, other) => (one.startAt < other.startAt ? -1 : 1))[0]
}

function NextTask({ task: { taskId, title, startAt, where }, at }: { task: Task; at: Instant }) {
  return (
    <Cell
      title={title}
      note={`${words.task} · ${spokenMoment(startAt, at)} · ${where}`}
      lead={<Icon name="volunteer" size={32} />}
      onTap={() => open('/volunteer/pages/task', { taskId })}
    />
  )
}
