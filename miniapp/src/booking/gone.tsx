import { localDate } from '@yike/shared/kernel/time'
import { useComfort } from '../platform/comfort'
import { openInstead } from '../platform/route'
import { now, spokenMoment } from '../platform/spoken'
import { Answer, Cell, Empty, Facts, Question, Section, Skeleton } from '../ui'
import { useDaysNear } from './use-booking'
import { canWaitFor } from './view'
import { nearestFree, whyGone } from './view/gone'
import { words } from './words'
import { bookWords } from './words/book'
import { goneWords } from './words/gone'

const MOST = 3

/** A slot that cannot be booked any more: why, what is free near it, and every other time. */
export function Gone({
  placeId,
  offeringId,
  startAt,
}: {
  placeId: string
  offeringId: string
  startAt: string
}) {
  const { elder } = useComfort()
  const near = useDaysNear({ placeId, offeringId }, startAt)
  // What is free comes above the last answer: late, it would push it away from under a finger.
  if (near.state === 'loading') return <Skeleton />
  const found = near.value
  const days = found?.days ?? []
  const day = days.find(({ on }) => on === localDate(startAt))
  const slot = day?.slots.find(one => one.startAt === startAt)
  const what = { placeId, offeringId }
  const ways = [
    ...nearestFree(days, startAt, MOST).map(free => ({
      title: spokenMoment(free.startAt, now()),
      note: words.seats(free.left),
      onTap: () => openInstead('/booking/pages/confirm', { ...what, startAt: free.startAt }),
    })),
    ...(slot && canWaitFor(slot)
      ? [
          {
            title: goneWords.wait,
            note: bookWords.fullOne,
            onTap: () => openInstead('/booking/pages/wait', { ...what, startAt, endAt: slot.endAt }),
          },
        ]
      : []),
  ]
  const other = {
    label: bookWords.goBackToChoose,
    onTap: () => openInstead('/booking/pages/choose', what),
  }
  const why = startAt <= now() ? goneWords.past : found && whyGone(day, slot)
  return (
    <>
      {elder ? (
        <>
          <Question>{bookWords.slotGone}</Question>
          <Facts>{[why]}</Facts>
        </>
      ) : (
        <Empty title={bookWords.slotGone} text={why ?? undefined} icon="calendar" action={other} />
      )}
      {elder
        ? ways.map(way => <Answer key={way.title} icon="clock" {...way} />)
        : ways.length > 0 && (
            <Section title={goneWords.near}>
              {ways.map(way => (
                <Cell key={way.title} {...way} />
              ))}
            </Section>
          )}
      {elder && <Answer icon="calendar" title={other.label} onTap={other.onTap} />}
    </>
  )
}
