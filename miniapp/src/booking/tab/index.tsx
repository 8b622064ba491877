import { View } from '@tarojs/components'
import { spokenOffering } from '@yike/shared/booking/rules/naming'
import type { Booking } from '@yike/shared/booking/schema'
import type { Instant } from '@yike/shared/kernel/time'
import { useComfort } from '../../platform/comfort'
import { open } from '../../platform/route'
import { now, spokenMoment } from '../../platform/spoken'
import { Button, Cell, Empty, Loaded, More, Screen, Section, TabHead, Tag, UnsentHere } from '../../ui'
import '../booking.css'
import { ElderMine } from '../elder/mine'
import { Offered, WaitingLine } from '../queue'
import { Ticket } from '../ticket'
import { bookingsOf, useComingBookings, usePastBookings } from '../use-booking'
import { inOrder, stateWord } from '../view'
import { linkWords, words } from '../words'

const show = ({ bookingId }: Booking) => open('/booking/pages/ticket', { bookingId })

/** My bookings: what is coming as tickets, what is past as lines. */
export default function Bookings() {
  const { elder } = useComfort()
  return elder ? (
    <Screen title={words.mineTitle}>
      <ElderMine />
    </Screen>
  ) : (
    <Screen wide="page">
      <Mine />
    </Screen>
  )
}

function Mine() {
  const ahead = useComingBookings()
  const behind = usePastBookings()
  const at = now()
  const { first, pages, more, busy } = ahead
  const mine = bookingsOf([...pages, ...behind.pages])
  const { offered, seeking, waiting, coming, past } = inOrder(mine, at)
  const isNothing = first.state === 'empty' && behind.first.state === 'empty'
  return (
    <>
      <TabHead title={words.tab} />
      <UnsentHere />
      {isNothing && <Nothing />}
      <Loaded query={first}>
        {() =>
          !isNothing && (
            <>
              {offered.map(booking => (
                <Offered key={booking.bookingId} booking={booking} at={at} onChanged={first.refresh} />
              ))}
              <Lines title={words.seeking} bookings={seeking} at={at} />
              <Section title={words.coming}>
                <View className="booking-tickets">
                  {coming.map(booking => (
                    <Ticket key={booking.bookingId} booking={booking} at={at} onTap={() => show(booking)} />
                  ))}
                </View>
                {coming.length === 0 && <View className="booking-quiet">{words.nothingComing}</View>}
              </Section>
              {waiting.length > 0 && (
                <Section title={words.waitingOnes}>
                  {waiting.map(booking => (
                    <WaitingLine
                      key={booking.bookingId}
                      booking={booking}
                      at={at}
                      onTap={() => show(booking)}
                    />
                  ))}
                </Section>
              )}
              <More more={more} busy={busy} />
              <Lines title={words.past} bookings={past} at={at} />
              <More more={behind.more} busy={behind.busy} />
            </>
          )
        }
      </Loaded>
      <Button kind="bare" onTap={() => open('/booking/pages/seasons')}>
        {linkWords.seasons}
      </Button>
      <Button kind="bare" onTap={() => open('/identity/pages/grants')}>
        {linkWords.ofFamily}
      </Button>
    </>
  )
}

interface LinesProps {
  title: string
  bookings: readonly Booking[]
  at: Instant
}

function Lines({ title, bookings, at }: LinesProps) {
  if (bookings.length === 0) return null
  return (
    <Section title={title}>
      {bookings.map(booking => (
        <Cell
          key={booking.bookingId}
          title={spokenOffering(booking)}
          note={`${spokenMoment(booking.startAt, at)} · ${booking.forName}`}
          aside={<StateTag booking={booking} at={at} />}
          onTap={() => show(booking)}
        />
      ))}
    </Section>
  )
}

function StateTag({ booking, at }: { booking: Booking; at: Instant }) {
  const { word, tone } = stateWord(booking, at)
  return <Tag tone={tone}>{word}</Tag>
}

function Nothing() {
  return (
    <Empty
      title={words.nothing}
      text={words.nothingText}
      icon="ticket"
      action={{ label: words.browse, onTap: () => open('/circle/tab/index') }}
    />
  )
}
