import { spokenOffering } from '@yike/shared/booking/rules/naming'
import { grantWords } from '../../identity/words/grant'
import { open } from '../../platform/route'
import { now, spokenList, spokenMoment } from '../../platform/spoken'
import { Answer, Empty, Few, Loaded, Question } from '../../ui'
import { bookingsOf, useDelegated } from '../use-booking'
import { stateWord } from '../view'
import { words } from '../words'
import { familyElder } from '../words/elder'

interface ElderFamilyProps {
  grantId: string
  name: string
  /** What is behind them has a page of its own. */
  past: boolean
}

/** 长辈版: bookings of somebody for whom I act, a few at a time; they read that I have looked. */
export function ElderFamily({ grantId, name, past }: ElderFamilyProps) {
  const { first, pages, more, busy } = useDelegated(grantId, past ? 'past' : 'coming')
  const at = now()
  return (
    <>
      <Question>{past ? familyElder.past(name) : grantWords.family(name)}</Question>
      <Loaded
        query={first}
        empty={<Empty title={grantWords.noBookings} text={grantWords.noBookingsText} icon="ticket" />}
      >
        {() => (
          <Few of={bookingsOf(pages)} more={more} busy={busy}>
            {booking => (
              <Answer
                key={booking.bookingId}
                icon="ticket"
                title={spokenOffering(booking)}
                note={spokenList(spokenMoment(booking.startAt, at), stateWord(booking, at).word)}
                onTap={() => open('/booking/pages/ticket', { bookingId: booking.bookingId, grantId })}
              />
            )}
          </Few>
        )}
      </Loaded>
      {!past && (
        <>
          <Answer
            icon="clock"
            title={words.past}
            onTap={() => open('/booking/pages/family', { grantId, name, past: '1' })}
          />
          <Answer
            kind="next"
            icon="calendar"
            title={grantWords.bookFor(name)}
            note={familyElder.choose(name)}
            onTap={() => open('/booking/pages/ask')}
          />
        </>
      )}
    </>
  )
}
