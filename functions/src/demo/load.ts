/**
 * Loads the imagined street into a table. The regions come last, in one write that also says that the demo is there:
 * before that nobody can join a community that is only half furnished. A load that was cut short goes on where it
 * stopped: everything has the same id every time and is written only once.
 */
import { reachOf } from '@yike/shared/circle/kinds'
import { posts } from '@yike/shared/identity/schema/staff'
import { type Instant, localDate } from '@yike/shared/kernel/time'
import { shiftsOfWeek } from '../booking/domain'
import { advanceSeason } from '../booking/handlers'
import { rosterChanges, seriesItem } from '../booking/store'
import { prepareCoverage, withAbove } from '../circle/coverage/prepare'
import { dwellingChanges } from '../circle/coverage/store'
import { saveNetwork } from '../circle/import/store'
import { prepareNetwork } from '../circle/nearby/whole'
import { type Offering, offeringItem, type Place, placeItem } from '../circle/store'
import { favouritesChange } from '../circle/store/favourites'
import { newResidentChanges, personItem, type Resident, regionItem, residentItem } from '../identity/store'
import { firstPostChange } from '../identity/store/staff'
import { newProjectChange } from '../microproject/store'
import { absent } from '../platform/condition'
import { keys } from '../platform/keys'
import type { Change, Table } from '../platform/table'
import { newTaskChange } from '../volunteer/store'
import { homesOf } from './homes'
import { type Household, settled } from './households'
import { absenceWrites } from './life/absences'
import type { PlannedBooking } from './life/book'
import { bookingWrites } from './life/bookings'
import { callerWrites } from './life/callers'
import { type Cast, personaOf } from './life/cast'
import { grantChanges } from './life/grants'
import { planLife } from './life/plan'
import { waitWrites } from './life/queue'
import { keeping, seasonChanges } from './life/seasons'
import { repairsAt, whileClosed } from './life/swap'
import { claimWrite } from './life/tasks'
import { offerings } from './offerings'
import { places, placesAsOf } from './places'
import { communities, communityKeys, regions, STREET } from './street'
import { NETWORK, streets } from './streets'

export interface DemoOptions {
  /** The mini-program in which the personas' openids are theirs. */
  readonly appId: string
  readonly now: Instant
}

/** The most changes that DynamoDB takes in one transaction. */
const LARGEST_WRITE = 100

/** True: the demo is there now. False: it was there before, and nothing was written. */
export const loadDemo = async (table: Table, { appId, now }: DemoOptions): Promise<boolean> => {
  if (await table.get(keys.region(STREET), { consistent: true })) return false
  const [first] = places
  const isResumed = first !== undefined && (await table.get(keys.place(first.placeId))) !== undefined
  for (const story of storiesOf(appId, now)) await tell(table, story, isResumed)
  for (const { record } of planLife(now).seasons)
    if (record.state === 'drawn') await advanceSeason(table, record.seasonId, now)
  const { version } = await saveNetwork(table, NETWORK, streets(), now)
  await prepareNetwork(table, NETWORK, { version, minutes: reachOf(STREET), now })
  for (const key of communityKeys) {
    await table.write(dwellingChanges(communities[key].code, NETWORK, homesOf(key)))
  }
  for (const region of withAbove(regions, Object.values(communities)))
    await prepareCoverage(table, region, now, { regions })
  const opened = await table.write(openChanges)
  return opened.ok
}

/** Writes of which each needs the one before. */
type Story = readonly (readonly Change[])[]

/** How often a write is tried on an engine that is busy: somebody waits for the street, and a second start helps nobody. */
const MOST_TRIES = 10

/**
 * On a fresh table nothing may refuse; later only what an earlier load has written, and that must be there. A try that
 * ended as busy may have been done.
 */
const tell = async (table: Table, story: Story, isResumed: boolean): Promise<void> => {
  for (const changes of story) {
    let tries = 1
    let saved = await table.write(changes)
    for (; !saved.ok && saved.refusal.code === 'request.busy' && tries < MOST_TRIES; tries++)
      saved = await table.write(changes)
    if (!saved.ok && !((isResumed || tries > 1) && (await isThere(table, changes))))
      throw new Error(`The demo cannot be loaded: ${saved.refusal.code}`)
  }
}

/** Does every item stand in the table as these changes put it, or has it moved on since? */
const isThere = async (table: Table, changes: readonly Change[]): Promise<boolean> => {
  for (const change of changes) {
    if (!('put' in change)) continue
    const { pk, sk, version = 0 } = change.put
    const found = await table.get({ pk, sk }, { consistent: true })
    if (!found || (found.version ?? 0) < version) return false
  }
  return true
}

const storiesOf = (appId: string, now: Instant): Story[] => {
  const { cast, bookings, waits, handovers, callers, series, seasons, projects, tasks, team } = planLife(now)
  const apart: Change[] = [
    ...placesAsOf(localDate(now)).map(place => ({ put: placeItem(underRepair(place, now)) })),
    ...offerings
      .map(offering => keeping(seasons, offering))
      .map(offering => ({ put: offeringItem(whileClosed(offering, now)) })),
    ...residentChanges(cast, appId),
    ...series.map(({ record }) => ({ put: seriesItem(record) })),
    ...seasons.flatMap(seasonChanges),
    ...grantChanges(cast, now),
    ...team,
    ...projects.map(newProjectChange),
    ...tasks.map(({ task }) => newTaskChange(task)),
  ]
  return [
    ...inWrites(apart).map(changes => [changes]),
    // These meet in day-sheets and tasks, and one write changes an item only once.
    ...tasks.flatMap(({ claims }) => claims.map(claim => [claimWrite(claim)])),
    ...rosterWrites(bookings),
    ...bookings.map(bookingWrites),
    ...waits.map(waitWrites),
    // What a guardian has written of a child is moved on by its class: one after the other.
    handovers,
    ...callers.map(callerWrites),
    ...absenceWrites(bookings, now),
  ]
}

const underRepair = (place: Place, now: Instant): Place => {
  const special = repairsAt(place.name, now)
  return special && place.hours ? { ...place, hours: { ...place.hours, special } } : place
}

/** The roster of each class on each day on which it is booked: without one it has no seats. The other days open by themselves. */
const rosterWrites = (bookings: readonly PlannedBooking[]): Story[] => {
  const classes = new Map(
    offerings.flatMap(one => (one.staffing ? [[one.thingId as string, one] as const] : [])),
  )
  const days = bookings.flatMap(({ booking: { takes, startAt } }) =>
    takes.flatMap(({ thingId }) => (classes.has(thingId) ? [`${thingId} ${localDate(startAt)}`] : [])),
  )
  return [...new Set(days)].map(day => {
    const [thingId = '', on = ''] = day.split(' ')
    const one = classes.get(thingId) as Offering
    return [rosterChanges(one, on, shiftsOfWeek(one, on), undefined, true)]
  })
}

const residentChanges = (cast: Cast, appId: string): Change[] => [
  ...settled.flatMap(({ id, openId, favourites }) => {
    const household = personaOf(cast, id)
    return [
      ...newResidentChanges(household.resident, appId, openId),
      ...postChanges(household.resident),
      ...peopleChanges(household),
      ...favouriteChanges(household.resident.residentId, favourites),
    ]
  }),
  ...communityKeys
    .flatMap(key => Object.values(cast.neighbours[key]).flat())
    .flatMap(household => [{ put: residentItem(household.resident) }, ...peopleChanges(household)]),
]

const peopleChanges = ({ resident, people }: Household): Change[] =>
  people.map(person => ({ put: personItem(resident.residentId, person) }))

const favouriteChanges = (residentId: Resident['residentId'], names: readonly string[]): Change[] => {
  const placeIds = names.flatMap(name => places.find(place => place.name === name)?.placeId ?? [])
  return placeIds.length > 0 ? [favouritesChange(residentId, placeIds, { placeIds: [], version: 0 })] : []
}

const postChanges = ({ residentId, name, roles, scope, createdAt }: Resident): Change[] => {
  const role = posts.find(one => roles.includes(one))
  const region = regions.find(({ code }) => code === scope)
  if (!role || !region) return []
  const post = { residentId, name, role, scope: region.code, scopeName: region.name }
  return [firstPostChange({ ...post, state: 'serving', since: createdAt, by: null })]
}

const inWrites = (changes: readonly Change[]): Change[][] =>
  Array.from({ length: Math.ceil(changes.length / LARGEST_WRITE) }, (_, i) =>
    changes.slice(i * LARGEST_WRITE, (i + 1) * LARGEST_WRITE),
  )

const openChanges: readonly Change<'demo.loaded'>[] = regions.map(region => ({
  put: regionItem(region),
  ...(region.code === STREET && { if: absent(), else: 'demo.loaded' as const }),
}))
