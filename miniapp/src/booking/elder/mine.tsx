import { View } from '@tarojs/components'
import { spokenOffering } from '@yike/shared/booking/rules/naming'
import type { Booking } from '@yike/shared/booking/schema'
import { localDate } from '@yike/shared/kernel/time'
import { useState } from 'react'
import { open } from '../../platform/route'
import { useMe } from '../../platform/session'
import { now, spokenDay, spokenHours, spokenList, spokenMoment } from '../../platform/spoken'
import { useStale } from '../../platform/use-stale'
import { Answer, Few, Loaded, Notice, Outcome, Question, Stale, UnsentHere } from '../../ui'
import { NextHelp } from '../../volunteer/next-help'
import '../booking.css'
import { bookingsOf, useCancel, useComingBookings, usePlaceBooking } from '../use-booking'
import { inOrder, soonestFirst, stateWord } from '../view'
import { linkWords, words } from '../words'

/** As many of the next things as one keeps in mind. */
const SHOWN = 3

/** 长辈版: what is coming, said in sentences, and where everything else of mine is. */
export function ElderMine() {
  const me = useMe()
  const { first, pages, more, busy } = useComingBookings()
  const at = now()
  const { offered, seeking, waiting, coming } = inOrder(bookingsOf(pages), at)
  // What was given up stays in its place until one leaves: nothing may move under a finger that taps twice.
  const [gone, setGone] = useState<readonly Booking[]>([])
  const [again, setAgain] = useState<string | null>(null)
  const isGone = ({ bookingId }: Booking) => gone.some(one => one.bookingId === bookingId)
  const shown = soonestFirst([...coming.filter(one => !isGone(one)), ...gone])
  // What waits to be given up says so where it stands.
  const isTold = ({ call, input }: { call: string; input: unknown }) =>
    call === 'booking.cancel' &&
    shown.slice(0, SHOWN).some(({ bookingId }) => bookingId === (input as Partial<Booking>).bookingId)
  return (
    <>
      <Question>{words.mineTitle}</Question>
      <Loaded query={first} empty={<View className="booking-asked">{words.mineNone}</View>}>
        {() => (
          <>
            {[...offered, ...seeking, ...waiting].map(booking => (
              <Answer
                key={booking.bookingId}
                kind={booking.state === 'offered' ? 'next' : 'plain'}
                icon="clock"
                title={stateWord(booking, at).word}
                note={`${spokenOffering(booking)} · ${spokenMoment(booking.startAt, at)}`}
                onTap={() => open('/booking/pages/ticket', { bookingId: booking.bookingId })}
              />
            ))}
            <Few of={shown} few={SHOWN} more={more} busy={busy}>
              {booking => (
                <Thing
                  key={booking.bookingId}
                  booking={booking}
                  gone={isGone(booking)}
                  again={booking.bookingId === again}
                  onGone={() => setGone([...gone, booking])}
                  onAgain={async placed => {
                    await first.refresh()
                    setAgain(placed.bookingId)
                    setGone(gone.filter(one => one !== booking))
                  }}
                  onStale={first.refresh}
                />
              )}
            </Few>
            {shown.length === 0 && <View className="booking-asked">{words.mineNone}</View>}
          </>
        )}
      </Loaded>
      <UnsentHere but={isTold} />
      {me?.roles.includes('volunteer') && <NextHelp />}
      <Answer icon="person" title={words.mineSelf} onTap={() => open('/identity/pages/self')} />
      <Answer icon="calendar" title={linkWords.seasons} onTap={() => open('/booking/pages/seasons')} />
      <Answer icon="people" title={linkWords.ofFamily} onTap={() => open('/identity/pages/grants')} />
      <Answer icon="idea" title={words.mineRequest} onTap={() => open('/microproject/pages/file')} />
      <Answer icon="task" title={words.mineRequests} onTap={() => open('/microproject/pages/list')} />
      <Answer icon="notice" title={words.mineNotices} onTap={() => open('/identity/pages/notices')} />
      <Answer icon="volunteer" title={words.mineHelp} onTap={() => open('/volunteer/tab/index')} />
    </>
  )
}

interface ThingProps {
  booking: Booking
  gone: boolean
  /** Booked again after a slip of the finger. */
  again: boolean
  onGone: () => void
  onAgain: (placed: Booking) => Promise<void>
  onStale: () => Promise<unknown>
}

/** Given up with one tap, for a slip of the finger is taken back with one. */
function Thing({ booking, gone, again, onGone, onAgain, onStale }: ThingProps) {
  const { startAt, endAt, offeringName, placeName, forName, number } = booking
  return (
    <View className="booking-thing">
      {again && <Notice tone="green">{words.mineAgain}</Notice>}
      <View className="booking-thing__when">
        {spokenDay(localDate(startAt), now())} {spokenHours(startAt, endAt)}
      </View>
      <View>{spokenList(offeringName, placeName, words.forName(forName))}</View>
      <View>
        {words.number} {number}
      </View>
      {gone ? (
        <TakeBack booking={booking} onAgain={onAgain} />
      ) : (
        <GiveUp booking={booking} onGone={onGone} onStale={onStale} />
      )}
    </View>
  )
}

function GiveUp({ booking, onGone, onStale }: Pick<ThingProps, 'booking' | 'onGone' | 'onStale'>) {
  const stale = useStale(onStale)
  const { bookingId, startAt, offeringName, can } = booking
  const which = `${offeringName} ${spokenMoment(startAt, now())}`
  const cancelling = useCancel(booking, stale)
  const giveUp = async () => {
    if (await cancelling.send({ bookingId })) onGone()
  }
  return (
    <>
      <View className="booking-thing__acts">
        <Answer
          icon="ticket"
          title={words.mineSlip}
          label={spokenList(words.mineSlip, which)}
          onTap={() => open('/booking/pages/ticket', { bookingId })}
        />
        {can.includes('cancel') && !cancelling.away && (
          <Answer
            icon="cross"
            title={words.mineGiveUp}
            label={spokenList(words.mineGiveUp, which)}
            busy={cancelling.busy}
            onTap={giveUp}
          />
        )}
      </View>
      {/* Below what was tapped: nothing may come under a finger that taps twice. */}
      <Stale stale={stale} />
      <Outcome of={cancelling} />
    </>
  )
}

/** Where the finger gave it up stands only a sentence: the way back stands above it. */
function TakeBack({ booking, onAgain }: Pick<ThingProps, 'booking' | 'onAgain'>) {
  const people = useMe()?.people ?? []
  const { placeId, offeringId, placeName, offeringName, startAt, endAt, forName, note, team } = booking
  const placing = usePlaceBooking(() =>
    words.toPlace(placeName, offeringName, spokenMoment(startAt, now()), forName),
  )
  const person = team ? undefined : people.find(({ name }) => name === forName)
  const undo = async () => {
    const placed = await placing.send({
      placeId,
      offeringId,
      startAt,
      endAt,
      ...(team && { teamId: team.teamId }),
      ...(person && person.relation !== 'self' ? { personId: person.personId } : {}),
      ...(note ? { note } : {}),
    })
    if (placed) await onAgain(placed)
  }
  return (
    <View className="booking-thing__acts">
      <Answer kind="next" title={words.mineUndo} busy={placing.busy} onTap={undo} />
      <Outcome of={placing} />
      <Notice tone="quiet">{words.mineGivenUp}</Notice>
    </View>
  )
}
