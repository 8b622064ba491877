import { spokenOffering } from '@yike/shared/booking/rules/naming'
import { open, useParams } from '../../platform/route'
import { now, spokenList, spokenMoment } from '../../platform/spoken'
import { Answer, Empty, Few, Loaded, Screen, UnsentHere } from '../../ui'
import { bookingsOf, useComingBookings } from '../use-booking'
import { inOrder, isSettled, laterOf, stateWord } from '../view'
import { words } from '../words'
import { laterWords } from '../words/elder'

/** What 长辈版 shows of my bookings beside the one that is said on the page before: by their time, a few at once. */
export default function LaterPage() {
  const { saidId } = useParams()
  const { first, pages, more, busy } = useComingBookings()
  const at = now()
  const { seeking, waiting, coming } = inOrder(bookingsOf(pages), at)
  const { later } = laterOf([
    ...coming.filter(({ bookingId }) => bookingId !== saidId),
    ...seeking,
    ...waiting,
  ])
  return (
    <Screen title={laterWords.title}>
      <UnsentHere />
      <Loaded query={first} empty={<Empty title={words.mineNone} icon="ticket" />}>
        {() =>
          later.length === 0 && !more ? (
            <Empty title={words.mineNone} icon="ticket" />
          ) : (
            <Few of={later} more={more} busy={busy}>
              {booking => (
                <Answer
                  key={booking.bookingId}
                  icon={isSettled(booking) ? 'ticket' : 'clock'}
                  title={isSettled(booking) ? spokenOffering(booking) : stateWord(booking, at).word}
                  note={spokenList(
                    !isSettled(booking) && spokenOffering(booking),
                    spokenMoment(booking.startAt, at),
                    words.forName(booking.forName),
                    booking.queue && words.rank(booking.queue.position),
                    isSettled(booking) && stateWord(booking, at).word,
                  )}
                  onTap={() => open('/booking/pages/ticket', { bookingId: booking.bookingId })}
                />
              )}
            </Few>
          )
        }
      </Loaded>
    </Screen>
  )
}
