/** The directory of the demo: the tables of places/, each line as a place. */
import type { WeeklyHours } from '@yike/shared/circle/hours'
import { readHours } from '@yike/shared/circle/hours/read'
import type { PlaceKind } from '@yike/shared/circle/schema'
import type { RegionCode } from '@yike/shared/identity/schema'
import { addDays, type LocalDate } from '@yike/shared/kernel/time'
import { checkAfter } from '../circle/domain/upkeep'
import { spell } from '../circle/import/spell'
import { offersOf, type Place } from '../circle/store'
import { stocks } from './offerings/stocks'
import { childcare, elderCare } from './places/care'
import { commerce } from './places/commerce'
import { convenience } from './places/convenience'
import { culture } from './places/culture'
import { education } from './places/education'
import { government } from './places/government'
import { medical } from './places/medical'
import type { Mark, PlaceRow, PlaceTable } from './places/row'
import { shelter } from './places/shelter'
import { transit } from './places/transit'
import { venue } from './places/venue'
import { type CommunityKey, communities, communityKeys, demoId, offset } from './street'

/** Every place here stands in one of the two communities. */
export type DemoPlace = Place & { readonly community: RegionCode }

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

const offersAt = (name: string) =>
  offersOf(
    stocks
      .filter(({ place }) => place === name)
      .flatMap(({ kind, staffing, offers }) => offers.map(([offer]) => ({ kind, name: offer, staffing }))),
  )

const isStepFree = (marks: readonly Mark[]): boolean | undefined => {
  if (marks.includes('level')) return true
  return marks.includes('steps') ? false : undefined
}

const placeOf = (
  [name, address, east, north, hours, price, ...marks]: PlaceRow,
  kind: PlaceKind,
  key: CommunityKey,
  line: number,
): DemoPlace => {
  const { code, center } = communities[key]
  const isStaffed = !marks.includes('unstaffed')
  return {
    placeId: demoId('place', name),
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
    ...offersAt(name),
    spelling: spell([name, ...offersAt(name).offered]),
  }
}

const rows = tables.flatMap(table =>
  communityKeys.flatMap(key => table[key].map(row => ({ row, kind: table.kind, key }))),
)

export const places: readonly DemoPlace[] = rows.map(({ row, kind, key }, line) =>
  placeOf(row, kind, key, line),
)

/** Floor areas in m², where somebody has measured. */
const areas: Readonly<Record<string, number>> = {
  桂花里日间照料中心: 240,
  桂花里多功能厅: 180,
  桂花里议事厅: 90,
  桂花里托育园: 170,
  石桥头颐养驿站: 210,
  石桥头多功能厅: 130,
  石桥头儿童之家: 90,
}

/** Nobody has looked at these for more than half a year: they wait in the queue of their community. */
const longAgo = ['桂花里长者活动角', '石桥头门球场']

/** The directory as it stands on a day: most entries were looked at in the last months. */
export const placesAsOf = (today: LocalDate): DemoPlace[] =>
  places.map((place, line) => {
    const assuredOn = addDays(today, longAgo.includes(place.name) ? -200 : -1 - ((line * 37) % 150))
    const areaSquareMeters = areas[place.name]
    return { ...place, ...(areaSquareMeters && { areaSquareMeters }), assuredOn, ...checkAfter(assuredOn) }
  })

export const placeNamed = (name: string): DemoPlace => {
  const place = places.find(one => one.name === name)
  if (!place) throw new Error(`The demo has no place ${name}`)
  return place
}
