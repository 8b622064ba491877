import type { Quota } from '@yike/shared/booking/rules/quota'
import { misfitsOf } from '@yike/shared/booking/rules/upkeep'
import { AddOffering, type OfferingField, type OfferingFields } from '@yike/shared/booking/schema/upkeep'
import { understandHours } from '@yike/shared/circle/hours/read'
import type { RegionCode } from '@yike/shared/identity/schema'
import { offeringWords as words } from '../../words'
import { readEquipment } from '../equipment'
import { hoursAdvice } from '../place'
import { ageOf, eligibleOf, weeklyOf } from '../terms'
import type { OfferingDraft } from './draft'

export type OfferingWrong = Partial<Record<OfferingField, string>>

const whole = (typed: string): number => (/^\d{1,6}$/.test(typed.trim()) ? Number(typed) : Number.NaN)
const fen = (typed: string): number =>
  /^\d{1,6}(\.\d{1,2})?$/.test(typed.trim()) ? Math.round(Number(typed) * 100) : Number.NaN
const blank = (typed: string | undefined): string | undefined => (typed?.trim() ? typed : undefined)
const some = <T>(list: readonly T[]): T[] | undefined => (list.length > 0 ? [...list] : undefined)

/** The draft as it can be sent, or what is wrong with each field. */
export const readOffering = (
  draft: OfferingDraft,
  community: RegionCode,
): { readonly fields: OfferingFields } | { readonly wrong: OfferingWrong } => {
  const staffing = draft.staffed ? { ratio: whole(draft.ratio), weekly: weeklyOf(draft.carers) } : undefined
  const read = AddOffering.safeParse({
    placeId: 'pl_00000000000000000000000000',
    kind: draft.kind,
    ...{ name: draft.name, forWhom: draft.forWhom, capacity: whole(draft.capacity) },
    hours: draft.hours || ' ',
    closures: draft.closures.map(({ from, to, why }) => ({ from, to, why })),
    ...{ slotMinutes: draft.slotMinutes, daysAhead: draft.daysAhead, noticeMinutes: draft.noticeMinutes },
    ...{ cancelMinutes: draft.cancelMinutes, needsApproval: draft.needsApproval },
    longestMinutes: draft.longestMinutes > draft.slotMinutes ? draft.longestMinutes : undefined,
    stepMinutes: draft.stepMinutes || undefined,
    beforeMinutes: draft.beforeMinutes || undefined,
    afterMinutes: draft.afterMinutes || undefined,
    staffNoticeMinutes: draft.staffNoticeMinutes || undefined,
    remindMinutes: draft.remindMinutes || undefined,
    eligible: eligibleOf(draft.ageMin, draft.ageBelow, {
      livesIn: draft.livesIn,
      disabled: draft.disabled,
      team: draft.team && draft.kind === 'venue',
    }),
    priority: draft.groups.length > 0 ? { groups: draft.groups, days: draft.priorityDays } : undefined,
    quotas: some(
      draft.quotas.map(({ per, count, within, most = '', pool }) => ({
        ...{ per, count, within, pool: blank(pool) },
        most: whole(most) * (count === 'minutes' ? 60 : 1),
      })),
    ) as Quota[] | undefined,
    priceClass: draft.priceClass,
    priceFen: draft.priceClass === 'free' ? 0 : fen(draft.yuan),
    prices: some(
      draft.prices.map(({ min, below, livesIn, disabled, team, yuan = '', why }) => ({
        eligible:
          eligibleOf(min, below, { livesIn, disabled: disabled === 'yes', team: team === 'yes' }) ?? {},
        priceFen: fen(yuan),
        why,
      })),
    ),
    staffing,
    papers: some(draft.papers.map(({ name, note }) => ({ name, note: blank(note) }))),
    modes: some(draft.modes),
    purpose: draft.purpose || undefined,
    equipment: draft.kind === 'venue' ? some(readEquipment(draft.equipment)) : undefined,
    paused: draft.isPaused ? draft.paused : undefined,
  })
  const hours = understandHours(draft.hours)
  const ages = [draft.ageMin, draft.ageBelow]
  const wrong: OfferingWrong = {
    ...(read.success
      ? Object.fromEntries(
          Object.entries(
            misfitsOf(read.data, { open: 'unclear' in hours ? undefined : hours.hours, community }),
          ).map(([field, said]) => [field, words.misfit(field, said)]),
        )
      : Object.fromEntries(
          read.error.issues.map(({ path: [field] }) => [field, adviceFor(field as OfferingField)]),
        )),
    ...('unclear' in hours && { hours: hoursAdvice(hours.unclear) }),
    ...(ages.some(age => age.trim() && ageOf(age) === undefined) && { eligible: words.wrong.age }),
    ...(staffing && staffing.weekly === undefined && { staffing: words.wrong.duty }),
  }
  if (!read.success || Object.keys(wrong).length > 0) return { wrong }
  const { placeId: _, kind: __, attended: ___, sharesWith: ____, ...fields } = read.data
  return { fields }
}

const adviceFor = (field: OfferingField): string => {
  const { name, forWhom, number, yuan, row, date, duty, paused } = words.wrong
  const own: Partial<Record<OfferingField, string>> = {
    ...{ name, forWhom, capacity: number, priceFen: yuan, closures: date, staffing: duty, paused },
  }
  return own[field] ?? row
}
