/** What staff do with reported hours. */
import { answersFor } from '@yike/shared/identity/rules'
import type { Id } from '@yike/shared/kernel/id'
import { ok, refuse } from '@yike/shared/kernel/result'
import type { Instant } from '@yike/shared/kernel/time'
import type { volunteer } from '@yike/shared/volunteer/contract'
import { noteLook } from '../../identity/handlers'
import type { Actor } from '../../platform/actor'
import type { Handlers } from '../../platform/handler'
import type { Table } from '../../platform/table'
import { type Case, may, transfer } from '../domain'
import { loadClaim, loadTask, moveChange, transferChanges } from '../store'
import { act } from './act'
import { viewReported } from './view'

export const hoursHandlers = (
  table: Table,
): Pick<Handlers<typeof volunteer.endpoints>, 'reported' | 'confirm' | 'dispute'> => ({
  async reported({ actor, now }, { taskId, volunteerId }) {
    const found = await findReported(table, actor, taskId, volunteerId, now)
    if (!found) return refuse('request.not_found')
    if (found.part === 'staff') {
      const seen = { residentId: volunteerId, about: 'task', caseId: taskId, name: found.task.title } as const
      const noted = await noteLook(table, actor, seen, now)
      if (!noted.ok) return noted
    }
    return ok(viewReported(found))
  },

  async confirm({ actor, now, newId }, { taskId, volunteerId, version: seen, minutes }) {
    const done = await act(table, {
      seen,
      doing: { verb: 'confirm', actorId: actor.residentId, minutes },
      find: () => findReported(table, actor, taskId, volunteerId, now),
      may: may.confirm,
      changes: (before, after) => [
        moveChange(before, after),
        ...transferChanges(transfer(after, newId('entry'), now)),
      ],
    })
    return done.ok ? ok(viewReported(done.value)) : done
  },

  async dispute({ actor, now }, { taskId, volunteerId, version: seen, reason }) {
    const done = await act(table, {
      seen,
      doing: { verb: 'dispute', actorId: actor.residentId, reason },
      find: () => findReported(table, actor, taskId, volunteerId, now),
      may: may.dispute,
      changes: (before, after) => [moveChange(before, after)],
    })
    return done.ok ? ok(viewReported(done.value)) : done
  },
})

/** A claim in a community that the actor answers for. A claim of their own stays their own: not theirs to confirm. */
const findReported = async (
  table: Table,
  actor: Actor,
  taskId: Id<'task'>,
  volunteerId: Id<'resident'>,
  now: Instant,
): Promise<Case | undefined> => {
  const [task, claim] = await Promise.all([loadTask(table, taskId), loadClaim(table, taskId, volunteerId)])
  if (!task || !claim || !answersFor(actor, task.community)) return undefined
  const part = volunteerId === actor.residentId ? 'owner' : 'staff'
  return { task, claim, part, mayVolunteer: false, now }
}
