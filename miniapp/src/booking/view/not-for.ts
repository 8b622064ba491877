import {
  type Candidate,
  type Eligibility,
  type Ineligible,
  whyIneligible,
  whyNoTeam,
} from '@yike/shared/booking/rules/eligibility'
import {
  type EarlyFacts,
  earlyFacts,
  type Terms,
  whyShut,
  whyTooEarly,
} from '@yike/shared/booking/rules/terms'
import type { OfferingCard } from '@yike/shared/circle/schema'
import type { Instant } from '@yike/shared/kernel/time'

/** Others come first: it opens for this person later. */
interface NotYet {
  readonly rule: 'too_early'
  readonly why: string
  readonly facts: EarlyFacts
}

/** Why somebody cannot have it, in the words of the rule that would refuse them. */
export type Against = Ineligible | NotYet

type Whom = Candidate & { readonly grantId?: string | undefined }

/** Of somebody whom one only acts for a phone may not know the certificate: then nothing is said before they are asked for. */
const isKnown = ({ priority }: Terms, { grantId }: Whom): boolean =>
  !(grantId && priority?.groups.includes('disabled'))

/** Why an offering is not for them, or not yet, by the rules that would refuse them. */
export const whyNot = (
  offering: Terms & Pick<OfferingCard, 'kind'>,
  person: Whom,
  { startAt }: { readonly startAt: Instant },
  at: Instant,
): Against | undefined => {
  if (isKnown(offering, person) && whyShut(offering, startAt, at, person) === 'too_early') {
    const facts = earlyFacts(offering, startAt, at, person)
    return { rule: 'too_early', why: whyTooEarly(facts, at, person), facts }
  }
  return whyNoTeam(offering.kind, person) ?? whyIneligible(offering.eligible, person, { startAt })
}

/** Whether somebody of them may have it, or may once they say how old they are. */
export const isForSome = (
  rule: Eligibility | undefined,
  people: readonly Candidate[],
  slot: { readonly startAt: Instant },
): boolean =>
  people.some(person => {
    const against = whyIneligible(rule, person, { startAt: slot.startAt })
    return !against || against.rule === 'age_unknown'
  })
