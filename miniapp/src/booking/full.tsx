/** What is full, and where one stands who waits for it. */
import { View } from '@tarojs/components'
import type { Booking, Days } from '@yike/shared/booking/schema'
import { open } from '../platform/route'
import { spokenHours } from '../platform/spoken'
import { Cell, Empty, Section } from '../ui'
import './queue.css'
import type { Wanted } from './use-booking'
import { canBook, canWaitFor } from './view'
import { words } from './words'
import { bookWords } from './words/book'

/** Where one stands, and why. */
export function Rank({ booking: { queue } }: { booking: Booking }) {
  if (!queue) return null
  const { position, first } = queue
  return (
    <View className="booking-rank">
      <View>
        <View className="booking-rank__place">{words.rank(position)}</View>
        <View className="booking-quiet">
          {[position > 1 && words.ahead(position), first && words.rankFirst, words.rankNote]
            .filter(Boolean)
            .join('')}
        </View>
      </View>
    </View>
  )
}

/** Whether a seat of that very slot can be booked after all. */
export const isFree = ({ days }: Days, startAt: string, endAt: string): boolean =>
  days
    .flatMap(({ slots }) => slots)
    .some(slot => slot.startAt === startAt && slot.endAt === endAt && canBook(slot))

/** Whoever came to wait need not. */
export const SeatLeft = ({ placeId, offeringId, startAt }: Omit<Wanted, 'endAt'>) => (
  <Empty
    title={bookWords.seatLeft}
    text={bookWords.seatLeftText}
    icon="calendar"
    action={{
      label: bookWords.bookNow,
      onTap: () => open('/booking/pages/confirm', { placeId, offeringId, startAt }),
    }}
  />
)

interface FullOnesProps {
  placeId: string
  offering: Days['offering']
  day: Days['days'][number] | undefined
}

/** Slots of a day that are full: one can wait for each of them. */
export function FullOnes({ placeId, offering: { offeringId }, day }: FullOnesProps) {
  const full = day?.slots.filter(canWaitFor) ?? []
  if (full.length === 0) return null
  return (
    <Section title={bookWords.fullOnes}>
      {full.map(({ startAt, endAt }) => (
        <Cell
          key={startAt}
          title={spokenHours(startAt, endAt)}
          note={bookWords.fullOne}
          onTap={() => open('/booking/pages/wait', { placeId, offeringId, startAt, endAt })}
        />
      ))}
    </Section>
  )
}
