import type { Booking } from '@yike/shared/booking/schema'
import { type Instant, localDate, minutesBetween } from '@yike/shared/kernel/time'
import type { MicroProject } from '@yike/shared/microproject/schema'
import type { ReportedClaim } from '@yike/shared/volunteer/schema'
import type { Waiting } from '@yike/shared/workbench/schema'
import { spokenEquipment } from '../../booking/view'
import { reasons } from '../../bulletin/words'
import { spokenDay, spokenDeadline, spokenHours, spokenMinutes } from '../../platform/spoken'
import { storyOf as tell } from '../../ui/story'
import type { TimelineStep, Tone } from '../../ui/types'
import {
  type CaseKind,
  type Decision,
  factNames,
  noteWords,
  projectKindNames,
  stateWords,
  verbWords,
  wordingWords,
  words,
} from '../words'

export type Case =
  | { readonly kind: 'booking'; readonly of: Booking }
  | { readonly kind: 'microproject'; readonly of: MicroProject }
  | { readonly kind: 'hours'; readonly of: ReportedClaim }

/** A booking is approved, or what its owner said about not having come is answered. */
export const decisionOf = ({ kind, of }: Case): Decision =>
  kind === 'booking' && of.state === 'appealed' ? 'appeal' : kind

export interface Fact {
  name: string
  value: string
  /** Long: takes two columns. */
  wide?: true
}

/** A case as its sheet shows it, whatever it is. */
export interface CaseView {
  title: string
  /** The title with whom it concerns, for the sentence after a decision. */
  about: string
  state: { word: string; tone: Tone }
  facts: Fact[]
  /** What was written, and what that is. */
  text?: { name: string; written: string } | undefined
  /** What to look at twice before deciding. */
  warning?: string | undefined
  timeline: Case['of']['timeline']
  /** Why it cannot be decided; absent: it can. */
  closed?: string | undefined
}

/** When something happened to a case last: what staff have begun to decide about it holds until then. */
export const movedAt = ({ of }: Case): Instant | undefined => of.timeline.at(-1)?.at

/** A case as it stands: one that has moved is another to who was about to decide it. */
export const intentOf = (shown: Case): string => {
  const moved = movedAt(shown)
  if (shown.kind === 'booking') return `${shown.of.bookingId} ${moved}`
  if (shown.kind === 'microproject') return `${shown.of.microprojectId} ${moved}`
  return `${shown.of.task.taskId} ${shown.of.volunteerId} ${moved}`
}

const closedFor = (decidable: boolean, own: boolean): string | undefined =>
  decidable ? undefined : own ? words.own : words.settled

const timesOf = ({ startAt, endAt }: { startAt: Instant; endAt: Instant }, at: Instant): string =>
  `${spokenDay(localDate(startAt), at)} ${spokenHours(startAt, endAt)}`

/** What the resident has to say: of an appeal the reason, else what they wrote with the booking. */
const saidIn = ({ state, note, timeline }: Booking): CaseView['text'] => {
  const written = state === 'appealed' ? timeline.at(-1)?.note : note
  return written === undefined ? undefined : { name: factNames.note, written }
}

const bookingView = (of: Booking, at: Instant): CaseView => ({
  title: of.offeringName,
  about: words.about(of.offeringName, of.forName),
  state: stateWords.booking[of.state],
  facts: [
    { name: factNames.when, value: timesOf(of, at), wide: true },
    { name: factNames.forName, value: of.forName },
    { name: factNames.place, value: of.placeName, wide: true },
    { name: factNames.price, value: of.priceFen === 0 ? words.free : words.yuan(String(of.priceFen / 100)) },
    { name: factNames.number, value: of.number },
    ...(of.equipment
      ? [{ name: factNames.equipment, value: spokenEquipment(of.equipment), wide: true as const }]
      : []),
  ],
  text: saidIn(of),
  warning: of.wording === 'risky' ? noteWords.theirs : undefined,
  timeline: of.timeline,
  closed: closedFor(of.can.includes('approve') || of.can.includes('uphold'), of.can.includes('cancel')),
})

const projectView = (of: MicroProject): CaseView => ({
  title: of.title,
  about: of.title,
  state: stateWords.microproject[of.state],
  facts: [
    { name: factNames.kind, value: projectKindNames[of.kind] },
    { name: factNames.number, value: of.number },
    { name: factNames.place, value: of.where, wide: true },
  ],
  text: { name: factNames.what, written: of.what },
  timeline: of.timeline,
  // Sending back is possible while the words are still being checked, accepting is not.
  closed: closedFor(of.can.includes('sendBack'), of.mine),
  warning: of.wording && wordingWords[of.wording],
})

/** Minutes of the whole task: nobody is credited with more. */
export const wholeMinutes = ({ task }: ReportedClaim): number => minutesBetween(task.startAt, task.endAt)

const hoursView = (of: ReportedClaim, at: Instant): CaseView => ({
  title: of.task.title,
  about: words.about(of.task.title, of.volunteerName),
  state: stateWords.hours[of.state],
  facts: [
    { name: factNames.volunteer, value: of.volunteerName },
    { name: factNames.when, value: timesOf(of.task, at), wide: true },
    { name: factNames.reported, value: spokenMinutes(of.minutes ?? 0) },
    { name: factNames.whole, value: spokenMinutes(wholeMinutes(of)) },
    { name: factNames.place, value: of.task.where, wide: true },
  ],
  text: { name: factNames.task, written: of.task.what },
  timeline: of.timeline,
  closed: closedFor(of.task.can.includes('confirm'), false),
})

export function viewOf(shown: Case, at: Instant): CaseView {
  if (shown.kind === 'booking') return bookingView(shown.of, at)
  return shown.kind === 'microproject' ? projectView(shown.of) : hoursView(shown.of, at)
}

/** Until when staff have promised an answer; absent once they have given it. */
export function promiseOf(
  shown: Case,
  line: Pick<Waiting, 'since' | 'deadlineAt'> | undefined,
): { since: Instant; until: Instant } | undefined {
  if (line) return { since: line.since, until: line.deadlineAt }
  if (shown.kind === 'hours' || !shown.of.deadlineAt) return undefined
  return { since: shown.of.timeline.at(-1)?.at ?? shown.of.deadlineAt, until: shown.of.deadlineAt }
}

const tones: Record<string, Tone> = {
  approve: 'green',
  accept: 'green',
  confirm: 'green',
  decline: 'danger',
  sendBack: 'danger',
  dispute: 'danger',
  lapse: 'danger',
}

/** A note of which staff should know what became of it. */
const inWords = (entry: Case['of']['timeline'][number]) =>
  entry.note && entry.wording === 'risky'
    ? { ...entry, note: words.about(entry.note, entry.by === 'staff' ? noteWords.ours : noteWords.theirs) }
    : entry

/** What happened to a case; while it waits, the answer that is still owed stands last. */
export function storyOf(
  kind: CaseKind,
  { timeline, closed }: CaseView,
  until: Instant | undefined,
  at: Instant,
): TimelineStep[] {
  const steps = tell(timeline.map(inWords), { verbs: verbWords[kind], tones, reasons }, at)
  if (closed) return steps
  const when = until ? spokenDeadline(until, at) : ''
  return [...steps, { id: 'next', when, what: words.answerNow, tone: 'waiting', now: true }]
}
