import type { identity } from '@yike/shared/identity/contract'
import { isStaff } from '@yike/shared/identity/rules'
import type { Look } from '@yike/shared/identity/schema/look'
import { type Id, spokenNumber } from '@yike/shared/kernel/id'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import type { Instant } from '@yike/shared/kernel/time'
import type { Actor } from '../../platform/actor'
import type { Handlers } from '../../platform/handler'
import type { Table } from '../../platform/table'
import { queryLooks, writeLook } from '../store/look'

interface Seen extends Pick<Look, 'about' | 'caseId' | 'name'> {
  readonly residentId: Id<'resident'>
}

/** Notes that the actor looks at a resident's case. What cannot be noted is not shown. */
export const noteLook = async (
  table: Table,
  actor: Actor,
  { residentId, ...seen }: Seen,
  now: Instant,
): Promise<Result<void, 'request.busy'>> => {
  if (!isStaff(actor.roles)) return ok(undefined)
  const office = actor.roles.includes('worker') ? 'worker' : 'supervisor'
  const look = { at: now, office, number: spokenNumber(actor.residentId), ...seen } as const
  const noted = await writeLook(table, { residentId, actorId: actor.residentId, look })
  return noted === 'request.busy' ? refuse('request.busy') : ok(undefined)
}

export const lookHandlers = (table: Table): Pick<Handlers<typeof identity.endpoints>, 'looks'> => ({
  async looks({ actor }, page) {
    const found = await queryLooks(table, actor.residentId, page)
    if (!found.ok) return found
    const { items, cursor } = found.value
    // Days stand newest first by their key, and of a day its cases by theirs.
    const looks = (items as Look[]).sort((one, other) => Date.parse(other.at) - Date.parse(one.at))
    return ok({ looks, ...(cursor && { cursor }) })
  },
})
