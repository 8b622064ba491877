/** What a refused resident can do instead, best first. */
import { whyIneligible } from '@yike/shared/booking/rules/eligibility'
import type { PlaceBooking } from '@yike/shared/booking/schema'
import type { NextAction } from '@yike/shared/kernel/problem'
import { addDays, clockOf, type Instant, localDate, spokenDate } from '@yike/shared/kernel/time'
import { loadOfferingsNear, type Offering } from '../../circle/handlers'
import type { Table } from '../../platform/table'
import { type Guest, nextFree, travelMinutes } from '../domain'
import { loadSheets, querySlotQueue } from '../store'
import { viewDays } from './days'

const LOOK_AHEAD_DAYS = 7
const MOST = 3

interface Refused {
  readonly code: string
  readonly input: Pick<PlaceBooking, 'startAt' | 'endAt'>
  readonly now: Instant
  /** Asked by whoever acts for them: what only they can tell, such as an age or a home, is not asked for. */
  readonly delegated?: boolean
}

/** Where nothing of this offering will do: what is wrong lies in who asks, not in when. */
export const notForThem = ['booking.not_eligible', 'booking.too_far', 'booking.mode_unknown']

export const otherwise = async (
  table: Table,
  offering: Offering,
  person: Guest,
  { code, input, now, delegated = false }: Refused,
): Promise<NextAction[]> => {
  if (delegated && (code === 'booking.home_unknown' || code === 'booking.grant_over'))
    return callPlace(offering)
  if (code === 'booking.home_unknown')
    return [{ do: 'open', label: '标出我家在哪里', page: '/identity/pages/home' }, ...callPlace(offering)]
  return notForThem.includes(code)
    ? otherOfferings(table, offering, person, { input, delegated })
    : [
        ...(await otherTimes(table, offering, person, now)),
        ...(await waitFor(table, offering, person, { code, input, now })),
        ...callPlace(offering),
      ]
}

/** What may come back before the slot begins. */
const waitable = ['booking.slot_full', 'booking.no_server', 'booking.equipment_taken']

/** Waiting for the very slot that was wished for, and how many would be asked first. */
const waitFor = async (
  table: Table,
  { placeId, offeringId, community }: Offering,
  { personId }: Guest,
  { code, input: { startAt, endAt } }: Refused,
): Promise<NextAction[]> => {
  if (!waitable.includes(code)) return []
  const ahead = (await querySlotQueue(table, { community, offeringId, startAt, endAt })).length
  return [
    {
      do: 'open',
      label: ahead > 0 ? `排队等位，前面 ${ahead} 人` : '排队等位，第一个就是您',
      page: `/booking/pages/wait?${Object.entries({ placeId, offeringId, startAt, endAt, personId })
        .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
        .join('&')}`,
    },
  ]
}

/** The next free slots at times when the person is free too: what is certain stands before what is hoped for. */
const otherTimes = async (
  table: Table,
  offering: Offering,
  { personId, home }: Guest,
  now: Instant,
): Promise<NextAction[]> => {
  const today = localDate(now)
  const [days, busy] = await Promise.all([
    viewDays(table, offering, today, LOOK_AHEAD_DAYS, now, {
      travelMinutes: offering.from && home ? travelMinutes(offering.from, home) : 0,
    }),
    offering.attended ? loadSheets(table, personId, today, addDays(today, LOOK_AHEAD_DAYS)) : new Map(),
  ])
  const { placeId, offeringId } = offering
  const taken = new Map([...busy].map(([on, sheet]) => [on, sheet.taken]))
  return nextFree(days, taken, MOST).map(slot => ({
    do: 'book',
    label: `${spokenDate(localDate(slot.startAt), today)} ${clockOf(slot.startAt)} 还有 ${slot.left} 个位`,
    placeId,
    offeringId,
    startAt: slot.startAt,
  }))
}

/** For whom an offering is not: tell an age that is missing, or what else near by is for them, of the same kind first. */
const otherOfferings = async (
  table: Table,
  offering: Offering,
  person: Guest,
  { input, delegated }: { input: Pick<PlaceBooking, 'startAt'>; delegated: boolean },
): Promise<NextAction[]> => {
  if (whyIneligible(offering.eligible, person, input)?.rule === 'age_unknown') {
    if (delegated) return callPlace(offering)
    return [
      {
        do: 'open',
        label: `补上${person.name}的出生年月`,
        page: `/identity/pages/born?personId=${person.personId}`,
      },
      ...callPlace(offering),
    ]
  }
  const fitting = (await loadOfferingsNear(table, offering.placeId)).filter(
    one => one.offeringId !== offering.offeringId && !whyIneligible(one.eligible, person, input),
  )
  const sameKind = (one: Offering) => Number(one.kind !== offering.kind)
  return [
    ...fitting
      .sort((one, other) => sameKind(one) - sameKind(other))
      .slice(0, MOST)
      .map(({ placeId, offeringId, placeName, name }) => ({
        do: 'open' as const,
        label: `${placeName} · ${name}`,
        page: `/booking/pages/choose?placeId=${placeId}&offeringId=${offeringId}`,
      })),
    ...callPlace(offering),
  ]
}

export const callPlace = ({ placePhone }: { placePhone?: string | undefined }): NextAction[] =>
  placePhone ? [{ do: 'call', label: '打电话给场所', phone: placePhone }] : []
