import { View } from '@tarojs/components'
import { spokenOffering } from '@yike/shared/booking/rules/naming'
import type { Booking } from '@yike/shared/booking/schema'
import { useState } from 'react'
import { open } from '../../platform/route'
import { useMe } from '../../platform/session'
import { now, spokenList, spokenMoment } from '../../platform/spoken'
import { Answer, Loaded, UnsentHere } from '../../ui'
import type { IconName } from '../../ui/icon-names'
import { NextHelp } from '../../volunteer/next-help'
import '../booking.css'
import { bookingsOf, useComingBookings } from '../use-booking'
import { inOrder, isSettled, laterOf, soonestFirst, stateWord } from '../view'
import { words } from '../words'
import { laterWords } from '../words/elder'
import { Thing } from './thing'

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
                onTap={() => open('/booking/pages/later', { saidId: next?.bookingId })}
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
