import type { Need, PlaceCard, PlaceKind } from '@yike/shared/circle/schema'
import { addDays, clockOf, type Instant, instantAt, localDate } from '@yike/shared/kernel/time'
import { spokenMoment } from '../platform/spoken'
import type { Tone } from '../ui'
import { words } from './words'

/** Is it open, and until or from when: as one says it to somebody who is about to leave the house. */
export function openWords(
  { state, closesAt, opensAt }: PlaceCard['open'],
  at: Instant,
): { text: string; tone: Tone } {
  if (state === 'open') {
    if (!closesAt) return { text: words.open, tone: 'green' }
    return { text: words.openUntil(closingTime(closesAt, at)), tone: 'green' }
  }
  if (state === 'unknown') return { text: words.unknown, tone: 'quiet' }
  return { text: opensAt ? words.opens(spokenMoment(opensAt, at)) : words.closed, tone: 'quiet' }
}

/** Tonight's midnight is 24:00, not 00:00 of tomorrow. */
function closingTime(closesAt: Instant, at: Instant): string {
  const today = localDate(at)
  if (localDate(closesAt) === today) return clockOf(closesAt)
  return closesAt === instantAt(addDays(today, 1), 0) ? words.midnight : spokenMoment(closesAt, at)
}

/** Nobody sets out for a bus stop or a shelter as such. */
const notADestination: readonly PlaceKind[] = ['transit', 'shelter']

/** Public toilets stand among the conveniences (便民); one is glad of them, but does not plan to go there. */
const isToilet = ({ name }: PlaceCard): boolean => /厕所|洗手间|卫生间/.test(name)

/** How many minutes farther one gladly walks to a place where something can be booked. */
const WORTH_MINUTES = 8

const effort = ({ walkMinutes, bookable }: PlaceCard): number =>
  walkMinutes - (bookable.length > 0 ? WORTH_MINUTES : 0)

/** The best three that are open: near, preferably with something to book, each for another need. Shown nearest first. */
export function bestNow(open: readonly PlaceCard[]): PlaceCard[] {
  const sorted = open
    .filter(place => !notADestination.includes(place.kind) && !isToilet(place))
    .sort((one, other) => effort(one) - effort(other))
  const firstOfKind = sorted.filter(
    (place, index) => sorted.findIndex(({ kind }) => kind === place.kind) === index,
  )
  return [...firstOfKind, ...sorted.filter(place => !firstOfKind.includes(place))]
    .slice(0, 3)
    .sort((one, other) => one.walkMinutes - other.walkMinutes)
}

/** What is open of what answers each need. */
export const openOf = (needs: readonly Need[]): PlaceCard[] =>
  needs.flatMap(({ places }) => places.filter(({ open }) => open.state === 'open'))

/** How many places answer some needs, '40+' where there are more than were counted. */
export const countOf = (needs: readonly Need[]): string => {
  const count = needs.reduce((sum, need) => sum + need.count, 0)
  return needs.some(({ more }) => more) ? `${count}+` : `${count}`
}

/** Hours stand one rule a line: 周一至周五 9:00–18:00；周末休息。 */
export const hourLines = (hours: string): string[] =>
  hours
    .split(/[;；\n]/)
    .map(line => line.trim())
    .filter(Boolean)
