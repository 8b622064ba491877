/** What a refusal tells of its very case, from its facts: the sentence of the server is Chinese. */
import type { UsedFacts } from '@yike/shared/booking/rules/quota'
import type { Problem } from '@yike/shared/kernel/problem'
import { count, long } from '../count'
import { months } from '../months'

const whose: Readonly<Record<UsedFacts['per'], string>> = {
  person: 'Each person',
  family: 'Each household',
  team: 'Each team',
  community: 'Each community',
}

const amountOf = ({ count: of }: Pick<UsedFacts, 'count'>, amount: number): string =>
  of === 'bookings' ? count(amount, 'booking') : long(amount)

const spokenUsed = (facts: UsedFacts): string => {
  const { per, within, most, left, againOn } = facts
  const rule = `${whose[per]} may have ${amountOf(facts, most)} a ${within}`
  if (!againOn) return `${rule}; this one alone is more. Please make it shorter.`
  const [, month, day] = againOn.split('-').map(Number)
  const rest = left > 0 ? `only ${amountOf(facts, left)} left` : 'all used'
  return `${rule}; ${rest} that ${within}. It starts anew on ${day} ${months[(month ?? 1) - 1]}.`
}

/** Undefined: nothing but what the title says. */
export const detailOf = ({ code, facts }: Problem): string | undefined =>
  code === 'booking.quota_used' && facts ? spokenUsed(facts as UsedFacts) : undefined
