/** What a refused resident can do instead, best first. */
import { whyIneligible } from '@yike/shared/booking/rules/eligibility'
import { whyUsed } from '@yike/shared/booking/rules/quota'
import type { PlaceBooking } from '@yike/shared/booking/schema'
import type { NextAction } from '@yike/shared/kernel/problem'
import {
  addDays,
  clockOf,
  type Instant,
  type LocalDate,
  localDate,
  spokenDate,
} from '@yike/shared/kernel/time'
import { loadOfferingsNear, type Offering } from '../../circle/handlers'
import type { Table } from '../../platform/table'
import { type ForTeam, type Guest, nextFree, travelMinutes, usesOf } from '../domain'
import { loadCounts, loadSheets, querySlotQueue } from '../store'
import { viewDays } from './days'
import type { Whom } from './delegate'

const LOOK_AHEAD_DAYS = 7
const MOST = 3

interface Refused {
  readonly code: string
  readonly input: Pick<PlaceBooking, 'startAt' | 'endAt'>
  readonly now: Instant
  /** Asked by whoever acts for them: what only they can tell, such as an age or a home, is not asked for. */
  readonly delegated?: boolean
  /** For a team, which has no body and no age. */
  readonly team?: ForTeam | undefined
  /** Nothing before this date will do. */
  readonly from?: LocalDate | undefined
}

/** A refusal with what its reader can do instead, and where the rules know it why. */
export const advise = async (
  table: Table,
  offering: Offering,
  { residentId, person, team }: Pick<Whom, 'residentId' | 'person' | 'team'>,
  asked: Omit<Refused, 'team' | 'from'>,
  more: { readonly detail?: string },
): Promise<{ detail?: string; next?: NextAction[] }> => {
  if (asked.code === 'booking.grant_over' || asked.code === 'booking.team_over') return more
  const used =
    asked.code === 'booking.quota_used'
      ? await whatIsUsed(table, offering, { ...person, residentId, teamId: team?.teamId }, asked)
      : {}
  const { detail = more.detail, from } = used
  const next = await otherwise(table, offering, person, { ...asked, team, from })
  return { ...(detail && { detail }), next }
}

/** Which ration is used up, in words, and from when there is more. */
const whatIsUsed = async (
  table: Table,
  offering: Offering,
  owner: Parameters<typeof usesOf>[1],
  { input, now }: Pick<Refused, 'input' | 'now'>,
): Promise<{ detail?: string; from?: LocalDate }> => {
  const uses = usesOf(offering, owner, input)
  const counted = await loadCounts(table, uses)
  const used = uses.filter(use => counted(use) + use.amount > use.most)
  // What is free again last holds longest.
  const last = used.sort((one, other) => (one.nextOn < other.nextOn ? 1 : -1))[0]
  // Somebody has just given something back.
  if (!last) return {}
  const detail = whyUsed(last, counted(last), localDate(now))
  return last.amount > last.most ? { detail } : { detail, from: last.nextOn }
}

/** Where nothing of this offering will do: what is wrong lies in who asks, not in when. */
export const notForThem = ['booking.not_eligible', 'booking.too_far', 'booking.mode_unknown']

const otherwise = async (
  table: Table,
  offering: Offering,
  person: Guest,
  { code, input, now, delegated = false, team, from }: Refused,
): Promise<NextAction[]> => {
  if (delegated && (code === 'booking.home_unknown' || code === 'booking.grant_over'))
    return callPlace(offering)
  if (code === 'booking.home_unknown')
    return [{ do: 'open', label: '标出我家在哪里', page: '/identity/pages/home' }, ...callPlace(offering)]
  return notForThem.includes(code)
    ? otherOfferings(table, offering, person, { input, delegated })
    : [
        ...(await otherTimes(table, offering, person, { now, team, from })),
        ...(await waitFor(table, offering, person, { code, input, now, team })),
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
  { code, input: { startAt, endAt }, team }: Refused,
): Promise<NextAction[]> => {
  if (!waitable.includes(code)) return []
  const ahead = (await querySlotQueue(table, { community, offeringId, startAt, endAt })).length
  return [
    {
      do: 'open',
      label: ahead > 0 ? `排队等位，前面 ${ahead} 人` : '排队等位，第一个就是您',
      page: `/booking/pages/wait?${Object.entries({
        placeId,
        offeringId,
        startAt,
        endAt,
        ...(team ? { teamId: team.teamId } : { personId }),
      })
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
  { now, team, from = localDate(now) }: Pick<Refused, 'now' | 'team' | 'from'>,
): Promise<NextAction[]> => {
  const today = localDate(now)
  const [days, busy] = await Promise.all([
    viewDays(table, offering, from, LOOK_AHEAD_DAYS, now, {
      travelMinutes: offering.from && home ? travelMinutes(offering.from, home) : 0,
    }),
    offering.attended && !team
      ? loadSheets(table, personId, from, addDays(from, LOOK_AHEAD_DAYS))
      : new Map(),
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
