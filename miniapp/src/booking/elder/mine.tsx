import { View } from '@tarojs/components'
import { holds } from '@yike/shared/booking/lifecycle'
import { spokenOffering } from '@yike/shared/booking/rules/naming'
import type { Booking } from '@yike/shared/booking/schema'
import { localDate } from '@yike/shared/kernel/time'
import { useState } from 'react'
import { open } from '../../platform/route'
import { useMe } from '../../platform/session'
import { now, spokenDay, spokenHours, spokenList, spokenMoment } from '../../platform/spoken'
import { useStale } from '../../platform/use-stale'
import { Answer, CallPerson, Facts, Loaded, Notice, Outcome, Question, Stale, UnsentHere } from '../../ui'
import type { IconName } from '../../ui/icon-names'
import { NextHelp } from '../../volunteer/next-help'
import '../booking.css'
import { bookingsOf, useCancel, useComingBookings, usePlaceBooking } from '../use-booking'
import { inOrder, isSettled, laterOf, soonestFirst, stateWord } from '../view'
import { words } from '../words'
import { laterWords } from '../words/elder'

const ways = (): [icon: IconName, title: string, page: string][] => [
  ['idea', words.mineRequest, '/microproject/pages/file'],
  ['notice', words.mineNotices, '/identity/pages/notices'],
  ['volunteer', words.mineHelp, '/volunteer/tab/index'],
  ['person', words.mineSelf, '/identity/pages/self'],
]

/** 长辈版: the next thing, said in sentences, with what can be done about it; everything else of mine has a page of its own. */
export function ElderMine() {
  const me = useMe()
  const { first, pages, more } = useComingBookings()
  const at = now()
  const { offered, seeking, waiting, coming } = inOrder(bookingsOf(pages), at)
  // What was given up stays in its place until one leaves: nothing may move under a finger that taps twice.
  const [gone, setGone] = useState<readonly Booking[]>([])
  const [again, setAgain] = useState<string | null>(null)
  const isGone = ({ bookingId }: Booking) => gone.some(one => one.bookingId === bookingId)
  const ahead = soonestFirst([...coming.filter(one => !isGone(one)), ...gone])
  const [next] = ahead
  const { later, soonest } = laterOf([...ahead.slice(1), ...seeking, ...waiting])
  // What waits to be given up says so where it stands.
  const isTold = ({ call, input }: { call: string; input: unknown }) =>
    call === 'booking.cancel' && next?.bookingId === (input as Partial<Booking>).bookingId
  return (
    <>
      <Question>{words.mineTitle}</Question>
      <Loaded query={first} empty={<View className="booking-asked">{words.mineNone}</View>}>
        {() => (
          <>
            {offered.map(booking => (
              <Answer
                key={booking.bookingId}
                kind="next"
                icon="clock"
                title={stateWord(booking, at).word}
                note={`${spokenOffering(booking)} · ${spokenMoment(booking.startAt, at)}`}
                onTap={() => open('/booking/pages/ticket', { bookingId: booking.bookingId })}
              />
            ))}
            {next ? (
              <Thing
                key={next.bookingId}
                booking={next}
                gone={isGone(next)}
                again={next.bookingId === again}
                onGone={() => setGone([...gone, next])}
                onAgain={async placed => {
                  await first.refresh()
                  setAgain(placed.bookingId)
                  setGone(gone.filter(one => one !== next))
                }}
                onStale={first.refresh}
              />
            ) : (
              <View className="booking-asked">{words.mineNone}</View>
            )}
            {(later.length > 0 || more) && (
              <Answer
                kind="row"
                icon="calendar"
                title={laterWords.title}
                note={
                  soonest &&
                  spokenList(
                    spokenMoment(soonest.startAt, at),
                    soonest.offeringName,
                    !isSettled(soonest) && stateWord(soonest, at).word,
                  )
                }
                onTap={() => open('/booking/pages/later')}
              />
            )}
          </>
        )}
      </Loaded>
      <UnsentHere but={isTold} />
      {me?.roles.includes('volunteer') && <NextHelp />}
      {ways().map(([icon, title, page]) => (
        <Answer key={page} kind="row" icon={icon} title={title} onTap={() => open(page)} />
      ))}
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
      {holds(booking.state) && !can.includes('cancel') && (
        <>
          <Facts>{[words.cancelClosed]}</Facts>
          <CallPerson />
        </>
      )}
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
