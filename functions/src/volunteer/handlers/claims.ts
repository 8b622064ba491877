/** What volunteers do with claims of their own. */
import type { Id } from '@yike/shared/kernel/id'
import { ok, refuse } from '@yike/shared/kernel/result'
import type { Instant } from '@yike/shared/kernel/time'
import type { volunteer } from '@yike/shared/volunteer/contract'
import { callCommunity, loadResident } from '../../identity/handlers'
import type { Actor } from '../../platform/actor'
import type { Handlers } from '../../platform/handler'
import type { Table } from '../../platform/table'
import { type Case, isClaimed, may, ownCase } from '../domain'
import { isShown } from '../domain/publish'
import {
  asClaim,
  claimChanges,
  loadBalance,
  loadClaim,
  loadClaimedTask,
  loadTask,
  moveChange,
  queryClaims,
  releaseChanges,
} from '../store'
import { act } from './act'
import { viewClaim } from './view'

export const claimHandlers = (
  table: Table,
): Pick<Handlers<typeof volunteer.endpoints>, 'claim' | 'release' | 'complete' | 'mine'> => ({
  async claim({ actor, now }, { taskId, version: seen }) {
    const done = await act(table, {
      seen,
      doing: { verb: 'claim', actorId: actor.residentId },
      find: () => findOwn(table, actor, taskId, now),
      may: may.claim,
      changes: claimChanges,
    })
    return done.ok ? ok(viewClaim(done.value)) : done
  },

  async release({ actor, now }, { taskId, version: seen }) {
    const done = await act(table, {
      seen,
      doing: { verb: 'release', actorId: actor.residentId },
      find: () => findOwn(table, actor, taskId, now),
      may: may.release,
      changes: releaseChanges,
      // Somebody counts on them now: only people can settle it.
      instead: async ({ task }, code) =>
        code === 'volunteer.task_started' ? callCommunity(table, task.community) : [],
    })
    return done.ok ? ok(viewClaim(done.value)) : done
  },

  async complete({ actor, now }, { taskId, version: seen, minutes }) {
    const done = await act(table, {
      seen,
      doing: { verb: 'complete', actorId: actor.residentId, minutes },
      find: () => findOwn(table, actor, taskId, now),
      may: may.complete,
      changes: (before, after) => [moveChange(before, after)],
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
    const { items, cursor } = found.value
    const claims = await Promise.all(
      items.map(asClaim).map(async claim => {
        const task = await loadClaimedTask(table, claim.taskId)
        return viewClaim(ownCase(task, claim, reader, now))
      }),
    )
    return ok({ balanceMinutes, claims, ...(cursor && { cursor }) })
  },
})

/** The actor's case in a task: one that they have claimed, or one of the community where they live. */
const findOwn = async (
  table: Table,
  actor: Actor,
  taskId: Id<'task'>,
  now: Instant,
): Promise<Case | undefined> => {
  const [task, claim, reader] = await Promise.all([
    loadTask(table, taskId),
    loadClaim(table, taskId, actor.residentId),
    loadResident(table, actor.residentId),
  ])
  if (!task || !reader) return undefined
  const own = ownCase(task, claim, reader, now)
  return isClaimed(own) || (reader.community === task.community && isShown(task, now)) ? own : undefined
}
