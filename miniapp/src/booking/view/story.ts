/** What happened to a booking, and what comes next. */
import type { Booking } from '@yike/shared/booking/schema'
import { clockOf, type Instant, localDate } from '@yike/shared/kernel/time'
import { reasons } from '../../bulletin/words'
import { spokenDay, spokenMoment } from '../../platform/spoken'
import type { TimelineStep } from '../../ui'
import { storyOf, type Telling } from '../../ui/story'
import { stateWords, verbWords, words } from '../words'

const telling: Telling = {
  verbs: verbWords,
  get who() {
    return { owner: words.you, delegate: words.family, staff: words.community, clock: words.clock }
  },
  get reasons() {
    return reasons
  },
  tones: {
    approve: 'green',
    accept: 'green',
    offer: 'green',
    decline: 'danger',
    lapse: 'danger',
    expire: 'danger',
    displace: 'danger',
    checkIn: 'green',
    excuse: 'green',
    swap: 'green',
    restore: 'green',
    reask: 'green',
    reopen: 'green',
  },
}

const inWords = (entry: Booking['timeline'][number]) =>
  entry.verb === 'skip' && entry.note ? { ...entry, note: words.skipped(entry.note) } : entry

/** What happened, in the language of the phone, then what comes next and by when. */
export function timelineOf(booking: Booking, at: Instant): TimelineStep[] {
  const steps = storyOf(booking.timeline.map(inWords), telling, at)
  const next = nextStep(booking, at)
  return next ? [...steps, { ...next, id: 'next', now: true }] : steps
}

function nextStep(
  { state, deadlineAt, startAt, endAt }: Booking,
  at: Instant,
): Omit<TimelineStep, 'id'> | undefined {
  if (state === 'requested' && deadlineAt) {
    return {
      when: stateWords.requested.word,
      what: words.answerBy(spokenMoment(deadlineAt, at)),
      who: words.community,
      tone: 'waiting',
    }
  }
  if (state !== 'confirmed' || endAt <= at) return undefined
  return {
    when: spokenDay(localDate(startAt), at),
    what: words.comeThen(clockOf(startAt)),
    tone: 'green',
  }
}
