import { spokenOffering } from '@yike/shared/booking/rules/naming'
import type { Booking } from '@yike/shared/booking/schema'
import { grantWords } from '../../identity/words/grant'
import { useComfort } from '../../platform/comfort'
import { open, useParams } from '../../platform/route'
import { now, spokenMoment } from '../../platform/spoken'
import { Cell, Empty, Loaded, More, Screen, Section, Tag } from '../../ui'
import { needing } from '../../ui/needing'
import { ElderFamily } from '../elder/family'
import { bookingsOf, useDelegated } from '../use-booking'
import { stateWord } from '../view'
import { words } from '../words'

/** Bookings of somebody for whom I act: they read that I have looked. */
function FamilyPage() {
  const { elder } = useComfort()
  const { grantId = '', name = '', past } = useParams()
  if (elder)
    return (
      <Screen>
        <ElderFamily key={past ?? ''} grantId={grantId} name={name} past={past === '1'} />
      </Screen>
    )
  return <Family grantId={grantId} name={name} />
}

function Family({ grantId, name }: { grantId: string; name: string }) {
  const ahead = useDelegated(grantId, 'coming')
  const behind = useDelegated(grantId, 'past')
  const past = bookingsOf(behind.pages)
  const empty = <Empty title={grantWords.noBookings} text={grantWords.noBookingsText} icon="ticket" />
  return (
    <Screen title={grantWords.family(name)}>
      <Loaded query={ahead.first} empty={empty}>
        {() => (
          <>
            <Lines bookings={bookingsOf(ahead.pages)} grantId={grantId} />
            <More more={ahead.more} busy={ahead.busy} />
          </>
        )}
      </Loaded>
      {past.length > 0 && (
        <Section title={words.past}>
          <Lines bookings={past} grantId={grantId} />
          <More more={behind.more} busy={behind.busy} />
        </Section>
      )}
    </Screen>
  )
}

function Lines({ bookings, grantId }: { bookings: readonly Booking[]; grantId: string }) {
  const at = now()
  return (
    <>
      {bookings.map(booking => {
        const { word, tone } = stateWord(booking, at)
        return (
          <Cell
            key={booking.bookingId}
            title={spokenOffering(booking)}
            note={spokenMoment(booking.startAt, at)}
            aside={<Tag tone={tone}>{word}</Tag>}
            onTap={() => open('/booking/pages/ticket', { bookingId: booking.bookingId, grantId })}
          />
        )
      })}
    </>
  )
}

export default needing(['grantId'], FamilyPage)
