import type { Id } from '@yike/shared/kernel/id'
import type { NextAction } from '@yike/shared/kernel/problem'
import { ok, refuse } from '@yike/shared/kernel/result'
import type { Instant } from '@yike/shared/kernel/time'
import type { volunteer } from '@yike/shared/volunteer/contract'
import { loadResident, type Resident } from '../../identity/handlers'
import type { Actor } from '../../platform/actor'
import type { Handlers } from '../../platform/handler'
import type { Table } from '../../platform/table'
import { type Case, fits, may, mayVolunteer, moved, unclaimed } from '../domain'
import {
  asClaim,
  claimChanges,
  loadBalance,
  loadClaim,
  loadTask,
  moveChange,
  queryClaims,
  releaseChanges,
} from '../store'
import { act } from './act'
import { viewClaim } from './view'

/** What a volunteer does with claims of their own. */
export const claimHandlers = (
  table: Table,
): Pick<Handlers<typeof volunteer.endpoints>, 'claim' | 'release' | 'complete' | 'mine'> => ({
  async claim({ actor, now }, { taskId }) {
    const doing = { verb: 'claim', actorId: actor.residentId } as const
    const done = await act(table, {
      doing,
      find: () => findOwn(table, actor, taskId, now),
      decide: of => {
        const next = may.claim(of)
        if (!next.ok) return next
        const claim = moved(of.claim ?? unclaimed(of.task, of.reader), next.value, doing, of)
        return ok({ after: withPlaces(of, claim, 1), changes: claimChanges(of.claim, claim) })
      },
    })
    return done.ok ? ok(viewClaim(done.value)) : refuse(done.refusal.code, { next: otherwise(done.refusal.code) })
  },

  async release({ actor, now }, { taskId }) {
    const doing = { verb: 'release', actorId: actor.residentId } as const
    const done = await act(table, {
      doing,
      find: () => findOwn(table, actor, taskId, now),
      decide: of => {
        const next = may.release(of)
        if (!next.ok) return next
        const before = of.claim ?? unclaimed(of.task, of.reader)
        const claim = moved(before, next.value, doing, of)
        return ok({ after: withPlaces(of, claim, -1), changes: releaseChanges(before, claim) })
      },
    })
    return done.ok ? ok(viewClaim(done.value)) : done
  },

  async complete({ actor, now }, { taskId, minutes }) {
    const doing = { verb: 'complete', actorId: actor.residentId, minutes } as const
    const done = await act(table, {
      doing,
      find: () => findOwn(table, actor, taskId, now),
      decide: of => {
        const next = may.complete(of)
        if (!next.ok) return next
        const fitting = fits(of.task, minutes)
        if (!fitting.ok) return fitting
        const claim = moved(of.claim ?? unclaimed(of.task, of.reader), next.value, doing, of)
        return ok({ after: { ...of, claim }, changes: [moveChange(of.claim, claim)] })
      },
    })
    return done.ok ? ok(viewClaim(done.value)) : done
  },

  async mine({ actor, now }, page) {
    const [found, balanceMinutes, reader] = await Promise.all([
      queryClaims(table, actor.residentId, page),
      loadBalance(table, actor.residentId),
      loadResident(table, actor.residentId),
    ])
    if (!found.ok) return found
    if (!reader) return refuse('request.not_found')
    const claims = await Promise.all(
      found.value.items.map(asClaim).map(async claim => {
        const task = await loadTask(table, claim.taskId)
        if (!task) throw new Error('a claimed task is gone')
        return viewClaim({ task, claim, part: 'owner', mayVolunteer: mayVolunteer(reader, task), now })
      }),
    )
    const { cursor } = found.value
    return ok({ balanceMinutes, claims, ...(cursor && { cursor }) })
  },
})
