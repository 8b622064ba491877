/** Entries of the directory as staff see them. */
import { writeDay } from '@yike/shared/circle/hours/special'
import { writeHours } from '@yike/shared/circle/hours/write'
import { placeLifecycle } from '@yike/shared/circle/lifecycle'
import { isFacility, shortDays } from '@yike/shared/circle/rules'
import { type Directory, type Entry, type EntryLine, placeNeeds } from '@yike/shared/circle/schema/upkeep'
import { answersFor } from '@yike/shared/identity/rules'
import type { RegionCode } from '@yike/shared/identity/schema'
import { allowedVerbs } from '@yike/shared/kernel/lifecycle'
import { type Instant, type LocalDate, localDate } from '@yike/shared/kernel/time'
import type { Waiting } from '@yike/shared/workbench/schema'
import type { Actor } from '../../platform/actor'
import { type Item, recordOf } from '../../platform/table'
import { uncover } from '../../platform/wechat/aside'
import { needsOf } from '../domain/upkeep'
import type { Place } from '../store'
import type { PlaceCheck } from '../store/upkeep'

/** The community that answers for an entry writes it; those that it serves too may read it. */
export const mayWrite = ({ community }: Place, actor: Actor): boolean =>
  community !== null && answersFor(actor, community)
export const mayRead = (place: Place, actor: Actor): boolean =>
  mayWrite(place, actor) || (place.sharedWith ?? []).some(code => answersFor(actor, code))

export const lineOf = (kept: Place, today: LocalDate): EntryLine => {
  const place = uncover(kept)
  return {
    placeId: place.placeId,
    community: place.community ?? ('' as RegionCode),
    name: place.name,
    kind: place.kind,
    address: place.address,
    state: place.state ?? 'listed',
    needs: needsOf(place, today),
    assuredOn: place.assuredOn,
    checkBy: place.checkOn ?? today,
  }
}

const rank = ({ needs }: EntryLine): number =>
  needs.length === 0 ? placeNeeds.length : Math.min(...needs.map(need => placeNeeds.indexOf(need)))

export const mostNeedyFirst = (one: EntryLine, other: EntryLine): number =>
  rank(one) - rank(other) ||
  (one.checkBy < other.checkBy ? -1 : one.checkBy > other.checkBy ? 1 : 0) ||
  (one.placeId < other.placeId ? -1 : 1)

export const countsOf = (lines: readonly EntryLine[]): Directory['counts'] => {
  const lacking = (need: EntryLine['needs'][number]) =>
    lines.filter(({ needs }) => needs.includes(need)).length
  const closed = lines.filter(({ state }) => state === 'closed').length
  return {
    all: lines.length - closed,
    check: lacking('check'),
    hours: lacking('hours'),
    longer: lacking('longer'),
    closed,
  }
}

export const entryOf = (kept: Place, actor: Actor, now: Instant): Entry => {
  const place = uncover(kept)
  const { hours } = place
  return {
    ...lineOf(place, localDate(now)),
    version: place.version ?? 0,
    position: place.position,
    phone: place.phone,
    hours: hours ? writeHours(hours) : place.hoursText,
    specialDays: (hours?.special ?? []).map(({ spans, ...days }) => ({ ...days, hours: writeDay(spans) })),
    priceClass: place.priceClass,
    stepFree: place.stepFree,
    sharedWith: [...(place.sharedWith ?? [])],
    areaSquareMeters: place.areaSquareMeters,
    shortDays: hours && isFacility(place.kind) ? shortDays(hours) : [],
    byHand: [...(place.byHand ?? [])],
    imported: !place.sourceId.startsWith('staff:'),
    can: mayWrite(place, actor) ? allowedVerbs(placeLifecycle, place.state ?? 'listed', 'staff') : [],
    timeline: [...(place.timeline ?? [])],
    wording: kept.wording,
    asOf: now,
  }
}

export const asPlaceCheck = (item: Item): PlaceCheck => recordOf<PlaceCheck>(item)

/** A place at which somebody has to look again, in the queue of its community. */
export const waitingCheck = ({
  placeId,
  offeringId,
  name,
  wording,
  askedAt,
  deadlineAt,
}: PlaceCheck): Omit<Waiting, 'kind'> => ({
  caseId: placeId,
  offeringId,
  wording,
  title: name,
  since: askedAt,
  deadlineAt,
})
