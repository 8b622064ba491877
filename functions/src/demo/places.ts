/** The directory of the demo: the tables of places/, each line as a place. */
import type { WeeklyHours } from '@yike/shared/circle/hours'
import { readHours } from '@yike/shared/circle/hours/read'
import type { PlaceKind } from '@yike/shared/circle/schema'
import type { Place } from '../circle/store'
import { childcare, elderCare } from './places/care'
import { commerce } from './places/commerce'
import { convenience } from './places/convenience'
import { culture } from './places/culture'
import { government } from './places/government'
import { education } from './places/learning'
import { medical } from './places/medical'
import type { Mark, PlaceRow, PlaceTable } from './places/row'
import { shelter } from './places/safety'
import { transit } from './places/transit'
import { venue } from './places/venue'
import { type CommunityKey, communities, demoId, offset } from './street'

const tables: readonly PlaceTable[] = [
  elderCare,
  childcare,
  venue,
  medical,
  culture,
  government,
  convenience,
  commerce,
  shelter,
  education,
  transit,
]

/** Hours from their words. A text that is not understood is a mistake of ours, not a place with unknown hours. */
export const hoursOf = (text: string): WeeklyHours => {
  const hours = readHours(text)
  if (!hours) throw new Error(`Nobody can read these hours: ${text}`)
  return hours
}

export const placeIdOf = (name: string) => demoId('place', name)

const isStepFree = (marks: readonly Mark[]): boolean | undefined => {
  if (marks.includes('level')) return true
  return marks.includes('steps') ? false : undefined
}

const placeOf = (
  [name, address, east, north, hours, price, ...marks]: PlaceRow,
  kind: PlaceKind,
  key: CommunityKey,
  line: number,
): Place => {
  const { code, center } = communities[key]
  const isStaffed = !marks.includes('unstaffed')
  return {
    placeId: placeIdOf(name),
    sourceId: `demo:${name}`,
    community: code,
    name,
    kind,
    address,
    position: offset(center, east, north),
    hours: hours ? hoursOf(hours) : undefined,
    priceClass: price ?? undefined,
    stepFree: isStepFree(marks),
    phone: isStaffed ? `0519-0000${1000 + line}` : undefined,
    bookable: [],
  }
}

const rows = tables.flatMap(table =>
  (['osmanthus', 'stonebridge'] as const).flatMap(key => table[key].map(row => ({ row, kind: table.kind, key }))),
)

/** Every place of the street; what can be booked there is said by the offerings. */
export const places: readonly Place[] = rows.map(({ row, kind, key }, line) => placeOf(row, kind, key, line))
