// What a race runs on: an engine, a table with one place and its offerings, residents with tokens, the API beside it.
import { randomUUID } from 'node:crypto'
import { type Offering, offeringItem, placeItem } from '../../../functions/src/circle/store'
import { type Resident, regionItem, residentItem } from '../../../functions/src/identity/store'
import { openTokens } from '../../../functions/src/platform/actor'
import { newId } from '../../../functions/src/platform/ids'
import { openTable, type Table } from '../../../functions/src/platform/table'
import { createTable } from '../../../functions/src/platform/table/create'
import type { RegionCode } from '../../../shared/src/identity/schema'
import { addDays, instantAt, instantOf, localDate } from '../../../shared/src/kernel/time'
import { startApi } from './api'
import type { Send, Somebody } from './client'

export type { Answer, Somebody } from './client'

const STREET = '320499001'
/** So many communities a street has, each with a place where things can be booked. */
const COMMUNITIES = 6
const communities = Array.from(
  { length: COMMUNITIES },
  (_, i) => `${STREET}${String(i + 1).padStart(3, '0')}` as RegionCode,
)
export const SECRET = 'a-secret-for-races-of-32-characters'
/** The days on which there is something to book: all of them ahead, whatever the time of day is now. */
const FIRST_DAY = 2
const DAY_MS = 24 * 3_600_000
/** From 8:00 on, an hour each. */
export const HOURS = 12

export interface Ground {
  readonly table: Table
  readonly name: string
  readonly endpoint: string
  /** At the place of one community after the other. */
  readonly offering: (is?: Partial<Offering>) => Promise<Offering>
  readonly people: (count: number) => Promise<Somebody[]>
  /** A worker of the whole street. */
  readonly staff: () => Promise<Somebody>
  readonly send: Send
  readonly cpuMs: () => Promise<number>
  /** How many of DynamoDB's failures the API has met. */
  readonly injected: () => Promise<Readonly<Record<string, number>>>
  readonly stop: () => Promise<void>
}

/** `n`th hour that any of the offerings has. */
export const slotAt = ({ placeId, offeringId }: Offering, n: number) => {
  const on = addDays(localDate(instantOf(Date.now())), FIRST_DAY + Math.floor(n / HOURS))
  const from = (8 + (n % HOURS)) * 60
  return { placeId, offeringId, startAt: instantAt(on, from), endAt: instantAt(on, from + 60) }
}

/** `env`: what else the API is told. */
export const openGround = async (
  endpoint: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Ground> => {
  const name = `race-${randomUUID()}`
  const where = { region: 'local', endpoint }
  await createTable(name, where)
  const table = openTable({ name, ...where, patience: { callMs: 60_000, tryMs: 30_000 } })
  const tokens = openTokens(SECRET)
  const put = async (items: readonly Parameters<Table['write']>[0][number][]) => {
    for (let i = 0; i < items.length; i += 100) {
      const saved = await table.write(items.slice(i, i + 100))
      if (!saved.ok) throw new Error(saved.refusal.code)
    }
  }
  const now = Date.now()
  const places = communities.map((community, i) => ({
    placeId: newId('place', now),
    sourceId: `race:place-${i}`,
    community,
    name: '赛场',
    kind: 'venue' as const,
    position: { lng: 119.95, lat: 31.78 },
    bookable: [],
  }))
  await put([
    ...places.map(place => ({ put: placeItem(place) })),
    ...places.map(({ community: code, position: center }) => ({
      put: regionItem({ code, name: '赛场社区', level: 'community' as const, center }),
    })),
  ])
  let nth = 0

  const { send, cpuMs, injected, stop } = await startApi({
    DYNAMODB_ENDPOINT: endpoint,
    YIKE_TABLE: name,
    YIKE_TOKEN_SECRET: SECRET,
    ...env,
  })

  const residentOf = (scope = communities[0] as RegionCode): Resident => ({
    residentId: newId('resident', Date.now()),
    personId: newId('person', Date.now()),
    name: '居民',
    roles: ['resident'],
    scope,
    community: scope,
    home: null,
    householdSize: 1,
    createdAt: instantOf(now),
  })
  const signedIn = async (residents: readonly Resident[]): Promise<Somebody[]> => {
    await put(residents.map(one => ({ put: residentItem(one) })))
    return Promise.all(
      residents.map(async ({ residentId, roles, scope }) => ({
        residentId,
        // Made out tomorrow, so that it holds a day: a race on a slow machine outlives the quarter-hour of staff.
        token: (await tokens.sign({ residentId, roles: [...roles], scope }, instantOf(now + DAY_MS))).token,
      })),
    )
  }

  return {
    table,
    name,
    endpoint,
    send,
    cpuMs,
    injected,
    async offering(is = {}) {
      const place = places[nth++ % places.length] as (typeof places)[number]
      const offering: Offering = {
        placeId: place.placeId,
        offeringId: newId('offering', Date.now()),
        version: 1,
        thingId: newId('thing', Date.now()),
        placeName: place.name,
        community: place.community,
        kind: 'venue',
        name: '场次',
        forWhom: '人人可约',
        capacity: 1,
        hours: {
          days: Array.from({ length: 7 }, () => [[8 * 60, (8 + HOURS) * 60]] as const),
          publicHoliday: 'asUsual',
        },
        slotMinutes: 60,
        priceClass: 'free',
        priceFen: 0,
        needsApproval: false,
        attended: false,
        noticeMinutes: 0,
        daysAhead: 60,
        cancelMinutes: 0,
        ...is,
      }
      await put([{ put: offeringItem(offering) }])
      return offering
    },
    people: count =>
      signedIn(Array.from({ length: count }, (_, i) => residentOf(communities[i % communities.length]))),
    async staff() {
      const [one] = await signedIn([{ ...residentOf(STREET as RegionCode), roles: ['resident', 'worker'] }])
      if (!one) throw new Error('nobody to approve')
      return one
    },
    stop,
  }
}
