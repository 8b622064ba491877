/** For whom something is booked, and by whom. */
import type { Candidate } from '@yike/shared/booking/rules/eligibility'
import type { Position, RegionCode } from '@yike/shared/identity/schema'
import type { Id } from '@yike/shared/kernel/id'

/** Whom a booking is for, and where they live. */
export type Guest = Candidate & { readonly personId: Id<'person'>; readonly home?: Position | null }

export interface Delegate {
  readonly delegateId: Id<'resident'>
  readonly grantId: Id<'grant'>
  readonly who: string
}

/** The team that something is booked for, and who of it books, as they are called there. */
export interface ForTeam {
  readonly teamId: Id<'team'>
  readonly name: string
  readonly community: RegionCode
  readonly who: string
}

/** A team as rules see it: of no age, registered where it is, and nowhere at home. Whoever books for it answers for it. */
export const teamGuest = ({ personId }: Pick<Guest, 'personId'>, { name, community }: ForTeam): Guest => ({
  ...{ personId, name, community, team: true },
})
