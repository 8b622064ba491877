/**
 * Whom an offering is for. The server refuses by this and the phone says why by this, before anybody taps.
 * Unknown means no: who asks for an age must know it.
 */
import { RegionCode } from '../../identity/schema'
import { type LocalDate, localDate } from '../../kernel/time'
import { z } from '../../kernel/zod'
import type { Span } from '../calendar'
import { type BookingKind, isForTeams } from '../kinds'

const months = z.number().check(z.int(), z.gte(0), z.lte(1800))

export const Eligibility = z.object({
  /**
   * Age in whole months on the day itself: at least `min`, and less than `below`. Classes of childcare are 6–12, 12–24,
   * 24–36 and, mixed, 18–36 months (托育 row of the rule details); elder care begins at 60 years.
   */
  ageMonths: z.optional(z.object({ min: z.optional(months), below: z.optional(months) })),
  /** Only for who lives there: the code of a community, or of what lies above it. */
  livesIn: z.optional(RegionCode),
  /** Only for who has a disability certificate that staff have seen and that holds on the day (S3:L290). */
  disabled: z.optional(z.literal(true)),
  /** Only for teams that a community has registered. */
  team: z.optional(z.literal(true)),
})
export type Eligibility = z.output<typeof Eligibility>

/** What must be known of somebody to say whether something is for them. */
export interface Candidate {
  readonly name: string
  /** `self`: who reads the reason is the person. */
  readonly relation?: string | undefined
  /** A date, or only a year and month; absent: not told. */
  readonly bornOn?: string | undefined
  /** The last day of a disability certificate that staff have seen. */
  readonly disabledUntil?: LocalDate | undefined
  /** A registered team, of no age; the community is the team's. */
  readonly team?: true | undefined
  /** Of the resident in whose household the person lives. */
  readonly community: RegionCode | null
}

/** How somebody is called in a reason that is told of them. */
export const calledIn = ({ name, relation }: Pick<Candidate, 'name' | 'relation'>): string =>
  relation === 'self' ? '您' : name

export interface Ineligible {
  readonly rule:
    | 'age_unknown'
    | 'too_young'
    | 'too_old'
    | 'elsewhere'
    | 'not_team'
    | 'no_certificate'
    | 'not_for_one'
    | 'not_for_teams'
  /** Which rule and why, in plain words. */
  readonly why: string
}

/** Which rule stands against it, and the ages that it names, without words. */
export type IneligibleFacts = Pick<Ineligible, 'rule'> & Eligibility['ageMonths']

export const ineligibleFacts = ({ rule }: Ineligible, { ageMonths }: Eligibility = {}): IneligibleFacts => ({
  rule,
  ...ageMonths,
})

/** Whole months lived on a day. A birth of which only the month is known counts from its first day. */
export const ageInMonths = (bornOn: string, on: LocalDate): number => {
  const [year = 0, month = 0, day = 1] = bornOn.split('-').map(Number)
  const [thatYear = 0, thatMonth = 0, thatDay = 0] = on.split('-').map(Number)
  return (thatYear - year) * 12 + (thatMonth - month) - (thatDay < day ? 1 : 0)
}

/** Children are counted in months until they are three, as nurseries do. */
const spokenAge = (months: number): string =>
  months < 36 && months % 12 !== 0 ? `${months} 个月` : `${Math.floor(months / 12)} 岁`

/** 满 60 岁的老人 · 6 个月到 12 个月的孩子: the rule as it is read. */
export const spokenAges = ({ min, below }: NonNullable<Eligibility['ageMonths']>): string => {
  if (min !== undefined && below !== undefined) return `满 ${spokenAge(min)}、不到 ${spokenAge(below)}`
  return min !== undefined ? `满 ${spokenAge(min)}` : `不到 ${spokenAge(below ?? 0)}`
}

/** By a certificate that staff have seen, to its last day. */
export const isDisabled = ({ disabledUntil }: Pick<Candidate, 'disabledUntil'>, on: LocalDate): boolean =>
  disabledUntil !== undefined && on <= disabledUntil

/** What a person reads of it. */
export const whyTeamsAlone = '这一项只给在社区登记过的团队，请选替哪个团队约；还没有团队请问社区。'

/** Why what is booked by one person alone is not for a team. */
export const whyNoTeam = (kind: BookingKind, { team }: Candidate): Ineligible | undefined =>
  team && !isForTeams(kind)
    ? { rule: 'not_for_teams', why: '团队只能约场地，这一项是给一个人约的，请看看场地。' }
    : undefined

/** Why an offering is not for this person at that time; undefined: it is. */
export const whyIneligible = (
  rule: Eligibility | undefined,
  person: Candidate,
  { startAt }: Pick<Span, 'startAt'>,
): Ineligible | undefined => {
  const { ageMonths, livesIn, disabled, team } = rule ?? {}
  const { bornOn, community, team: isTeam } = person
  if (team && !isTeam) return { rule: 'not_team', why: whyTeamsAlone }
  if ((ageMonths || disabled) && isTeam)
    return { rule: 'not_for_one', why: '这一项是给一个人约的，团队约不了，请看看给团队的场地。' }
  if (ageMonths) {
    const who = calledIn(person)
    const wanted = `这一项只给${spokenAges(ageMonths)}的人`
    if (!bornOn) return { rule: 'age_unknown', why: `${wanted}，还不知道${who}的年龄。` }
    const age = ageInMonths(bornOn, localDate(startAt))
    const is = `${wanted}，${who}那天 ${spokenAge(Math.max(0, age))}。`
    if (age < (ageMonths.min ?? 0)) return { rule: 'too_young', why: is }
    if (ageMonths.below !== undefined && age >= ageMonths.below) return { rule: 'too_old', why: is }
  }
  if (disabled && !isDisabled(person, localDate(startAt)))
    return {
      rule: 'no_certificate',
      why: `这一项只给有残疾人证的人，${calledIn(person)}的证还没登记，或那天已到期。带证到社区登记一次就能约。`,
    }
  if (livesIn && !community?.startsWith(livesIn))
    return {
      rule: 'elsewhere',
      why: isTeam
        ? '这一项只给本社区的团队，这个团队登记的不是这里。'
        : '这一项只给住在本社区的人，您登记的不是这里。',
    }
  return undefined
}
