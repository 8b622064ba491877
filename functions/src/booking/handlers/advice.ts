/** What a refused resident can do instead, best first. */
import { whyIneligible, whyNoTeam } from '@yike/shared/booking/rules/eligibility'
import { type UsedFacts, whyUsed } from '@yike/shared/booking/rules/quota'
import type { PlaceBooking } from '@yike/shared/booking/schema'
import type { NextAction } from '@yike/shared/kernel/problem'
import type { Refusal } from '@yike/shared/kernel/result'
import { type Instant, type LocalDate, localDate } from '@yike/shared/kernel/time'
import { loadOfferingsNear, type Offering } from '../../circle/handlers'
import type { Table } from '../../platform/table'
import { type Guest, usedUp, usesOf } from '../domain'
import { loadCounts, querySlotQueue } from '../store'
import { clashOf, isSameSlot, spokenClash } from './clash'
import type { Whom } from './delegate'
import { nearestTimes, type Wished } from './nearest'
import { counterFor, toTimesOf } from './registration'

const MOST = 3

interface Refused {
  readonly code: string
  readonly input: Wished['input']
  readonly now: Instant
  /** Nothing before this date will do. */
  readonly from?: LocalDate | undefined
}

/** What holds of the very case, in words and without. */
type Told = Pick<Refusal, 'detail' | 'facts'>

/** A refusal with what its reader can do instead, and where the rules know it why. */
export const advise = async (
  table: Table,
  offering: Offering,
  whom: Whom,
  asked: Omit<Refused, 'from'>,
  more: Told,
): Promise<Told & { next?: readonly NextAction[] }> => {
  if (asked.code === 'booking.grant_over' || asked.code === 'booking.team_over') return more
  const { residentId, person, team } = whom
  const used =
    asked.code === 'booking.quota_used'
      ? await whatIsUsed(table, offering, { ...person, residentId, teamId: team?.teamId }, asked)
      : {}
  const { next, told } = await otherwise(table, offering, whom, { ...asked, from: used.facts?.againOn })
  const { detail, facts } = told ?? (used.facts ? used : more)
  return { ...(detail && { detail }), facts, next }
}

/** Which ration is used up, in words and as facts, and from when there is more. */
export const whatIsUsed = async (
  table: Table,
  offering: Offering,
  owner: Parameters<typeof usesOf>[1],
  { input, now }: Pick<Refused, 'input' | 'now'>,
): Promise<{ detail?: string; facts?: UsedFacts }> => {
  const uses = usesOf(offering, owner, input)
  const counted = await loadCounts(table, uses)
  const facts = usedUp(uses, counted)
  // Nothing: somebody has just given something back.
  return facts ? { facts, detail: whyUsed(facts, localDate(now)) } : {}
}

/** Where nothing of this offering will do: what is wrong lies in who asks, not in when. */
export const notForThem = ['booking.not_eligible', 'booking.too_far', 'booking.mode_unknown']

/**
 * What can be done instead, and what more there is to say. By a grant what only its giver can tell, such as an age or a
 * home, is not asked for.
 */
const otherwise = async (
  table: Table,
  offering: Offering,
  whom: Whom,
  { code, input, now, from }: Refused,
): Promise<{ told?: Told; next: readonly NextAction[] }> => {
  const { person, grant, team } = whom
  const delegated = grant !== undefined
  if (code === 'booking.home_unknown') {
    const own = { do: 'open', label: '标出我家在哪里', page: '/identity/pages/home' } as const
    return { next: [...(delegated ? [] : [own]), ...callPlace(offering)] }
  }
  if (notForThem.includes(code))
    return { next: await otherOfferings(table, offering, person, { input, delegated }) }
  const [times, clash, wait] = await Promise.all([
    nearestTimes(table, offering, whom, { input, now, from, isLeft: code === 'booking.seat_left' }),
    // A team is in no one place.
    !team && mayClash.includes(code) ? clashOf(table, offering, whom, input, now) : undefined,
    waitFor(table, offering, person, { code, input, team }),
  ])
  const isSame = clash !== undefined && isSameSlot(clash, offering, input)
  const known =
    clash && (isSame || code === 'booking.person_busy')
      ? spokenClash(clash, whom, { isSame, now })
      : undefined
  // What is theirs already needs no other.
  if (known && isSame) return { told: known, next: [...known.next, ...callPlace(offering)] }
  const own = clash || delegated ? [] : ownPlans(code, person, team && ofTeam(offering, team))
  return {
    ...(known && { told: known }),
    next: [...times, ...wait, ...(known?.next ?? own), ...callPlace(offering)],
  }
}

/** A slot may have filled up by their own booking. */
const mayClash = ['booking.person_busy', 'booking.slot_full']

/** What uses up a ration of a team's own, whoever of it booked that; without one its bookings count as their booker's. */
const ofTeam = (
  { quotas = [] }: Offering,
  { teamId, name }: NonNullable<Whom['team']>,
): NextAction | undefined =>
  quotas.some(({ per }) => per === 'team')
    ? {
        do: 'open',
        label: '看看团队约了什么',
        page: `/booking/pages/team?teamId=${teamId}&name=${encodeURIComponent(name)}`,
      }
    : undefined

/** Their time is taken by what the lists show only in a moment, or by a task that they have claimed; or a ration by what they have. */
const ownPlans = (code: string, { relation }: Guest, theirs: NextAction | undefined): NextAction[] => {
  const mine = { do: 'open', label: '看看已有的预约', page: '/booking/tab/index' } as const
  const tasks = { do: 'open', label: '看看我的任务', page: '/volunteer/pages/mine' } as const
  if (code === 'booking.quota_used') return [theirs ?? mine]
  if (code !== 'booking.person_busy') return []
  return relation === 'self' ? [mine, tasks] : [mine]
}

/** What may come back before the slot begins. */
const waitable = ['booking.slot_full', 'booking.no_server', 'booking.equipment_taken']

/** Waiting for the very slot that was wished for, and how many would be asked first. */
const waitFor = async (
  table: Table,
  { placeId, offeringId, community }: Offering,
  { personId }: Guest,
  { code, input, team }: Pick<Refused, 'code' | 'input'> & Pick<Whom, 'team'>,
): Promise<NextAction[]> => {
  if (!waitable.includes(code)) return []
  const { startAt, endAt } = input
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

/** For whom an offering is not: tell an age that is missing, or what else near by is for them, of the same kind first. */
const otherOfferings = async (
  table: Table,
  offering: Offering,
  person: Guest,
  { input, delegated }: { input: Pick<PlaceBooking, 'startAt'>; delegated: boolean },
): Promise<NextAction[]> => {
  const against = whyIneligible(offering.eligible, person, input)
  if (against?.rule === 'age_unknown') {
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
  const counter = against && (await counterFor(table, offering, against.rule, person.community))
  const fitting = (await loadOfferingsNear(table, offering.placeId)).filter(
    one =>
      one.offeringId !== offering.offeringId &&
      one.offeringId !== counter?.offeringId &&
      !(whyNoTeam(one.kind, person) ?? whyIneligible(one.eligible, person, input)),
  )
  const sameKind = (one: Offering) => Number(one.kind !== offering.kind)
  return [
    ...(counter ? [toTimesOf(counter)] : []),
    ...fitting
      .sort((one, other) => sameKind(one) - sameKind(other))
      .slice(0, MOST)
      .map(one => toTimesOf(one)),
    ...callPlace(offering),
  ]
}

export const callPlace = ({ placePhone }: { placePhone?: string | undefined }): NextAction[] =>
  placePhone ? [{ do: 'call', label: '打电话给场所', phone: placePhone }] : []
