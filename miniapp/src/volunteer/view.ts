import { addDays, type Instant, type LocalDate, localDate, minutesBetween } from '@yike/shared/kernel/time'
import type { Claim, Task } from '@yike/shared/volunteer/schema'
import { spokenDay, spokenHours, spokenList, spokenMinutes } from '../platform/spoken'
import { type Telling, storyOf as tell } from '../ui/story'
import type { TimelineStep } from '../ui/types'
import { dueWord, stateWords, verbWords, words } from './words'

type Times = Pick<Task, 'startAt' | 'endAt'>

export const lengthMinutes = ({ startAt, endAt }: Times): number => minutesBetween(startAt, endAt)

/** How much time I have, in minutes at most. */
export const stretches = { any: Number.POSITIVE_INFINITY, half: 30, hour: 60, long: 240 } as const
export type Stretch = keyof typeof stretches
export const isStretch = (one: string | undefined): one is Stretch => one !== undefined && one in stretches

export const fitting = (tasks: readonly Task[], stretch: Stretch): Task[] =>
  tasks.filter(task => lengthMinutes(task) <= stretches[stretch])

/** Lengths of a task that can be told with one answer: all of it, then shorter by half hours; minutes. */
export const reportable = (whole: number): number[] => [
  whole,
  ...Array.from({ length: Math.ceil(whole / 30) - 1 }, (_, at) => (Math.ceil(whole / 30) - 1 - at) * 30),
]

export interface MenuDay {
  on: LocalDate
  title: string
  tasks: Task[]
}

/** The menu day by day; the API has it in order. */
export function byDay(tasks: readonly Task[], at: Instant): MenuDay[] {
  const days: MenuDay[] = []
  for (const task of tasks) {
    const on = localDate(task.startAt)
    const last = days.at(-1)
    if (last?.on === on) last.tasks.push(task)
    else days.push({ on, title: spokenDay(on, at), tasks: [task] })
  }
  return days
}

/** 09:00–11:00 · 2 小时 · 活动室 */
export const rowNote = (task: Task): string =>
  [spokenHours(task.startAt, task.endAt), spokenMinutes(lengthMinutes(task)), task.where].join(' · ')

/** A task's times with its day; a night's work ends on the next. */
export function whenWords(task: Times, at: Instant): string {
  const from = localDate(task.startAt)
  const overnight = addDays(from, 1) === localDate(task.endAt) ? words.nextDay : ''
  return spokenList(
    `${spokenDay(from, at)} ${spokenHours(task.startAt, task.endAt)}${overnight}`,
    spokenMinutes(lengthMinutes(task)),
  )
}

export type Step = 'claim' | 'join' | 'release' | 'complete'
export type Wait = keyof typeof words.waits

/**
 * What the reader can do with a task, or why nothing now. What is allowed the server has said in `can`; a person who
 * is no volunteer yet can become one on the way, and has become one before the server is asked again.
 */
export function stepOf(
  { can, claim, left, community, startAt }: Task,
  reader: { registered: boolean; community: string | undefined },
  at: Instant,
): { step: Step } | { wait: Wait } {
  const step = (['claim', 'complete', 'release'] as const).find(verb => can.includes(verb))
  if (step) return { step }
  if (claim && claim !== 'released') return { wait: claim === 'claimed' ? 'running' : claim }
  if (reader.community !== community) return { wait: 'elsewhere' }
  if (startAt <= at) return { wait: 'started' }
  if (left === 0) return { wait: 'full' }
  return { step: reader.registered ? 'claim' : 'join' }
}

const telling: Telling = {
  verbs: verbWords,
  tones: { claim: 'green', confirm: 'green', dispute: 'danger' },
}

/** What happened to my claim, latest last, and what comes next. */
export function storyOf({ timeline, state }: Claim, at: Instant): TimelineStep[] {
  const steps = tell(timeline, telling, at)
  if (state !== 'reported') return steps
  return [
    ...steps,
    {
      id: 'next',
      when: stateWords.reported.word,
      what: words.answerWithin,
      tone: 'waiting',
      now: true,
    },
  ]
}

/** Why the last report came back, while it is not reported anew. */
export function sentBackBecause({ state, timeline }: Claim): string | undefined {
  const last = timeline.at(-1)
  return state === 'claimed' && last?.verb === 'dispute' ? last.note : undefined
}

/** How a reader stands with a task: with a claim of their own, or with how many places are left. */
export const placeWords = ({ claim, left }: Pick<Task, 'claim' | 'left'>): string =>
  claim && claim !== 'released' ? stateWords[claim].word : words.left(left)

/** The state in a word: when the task is over, it is the volunteer's turn. */
export const stateWord = ({ state, task }: Pick<Claim, 'state' | 'task'>, at: Instant) =>
  state === 'claimed' && task.endAt <= at ? dueWord : stateWords[state]

/** Mine: what is still to do, soonest first; what staff have to confirm; what is behind me, latest first. */
export const inOrder = (claims: readonly Claim[]): { next: Claim[]; waiting: Claim[]; past: Claim[] } => ({
  next: claims
    .filter(({ state }) => state === 'claimed')
    .sort((one, other) => (one.task.startAt < other.task.startAt ? -1 : 1)),
  waiting: claims.filter(({ state }) => state === 'reported'),
  past: claims.filter(({ state }) => state === 'confirmed' || state === 'released'),
})

/** The minutes of a claim in words, once there are any. */
export function minutesWords({ state, minutes }: Claim): string | undefined {
  if (minutes === undefined || state === 'claimed' || state === 'released') return undefined
  return (state === 'confirmed' ? words.got : words.told)(spokenMinutes(minutes))
}
