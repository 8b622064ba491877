import { answersFor } from '@yike/shared/identity/rules'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import { addMinutes } from '@yike/shared/kernel/time'
import type { volunteer } from '@yike/shared/volunteer/contract'
import { grantRoleChange, loadOwnPost, loadResident } from '../../identity/handlers'
import type { Actor } from '../../platform/actor'
import type { Handlers } from '../../platform/handler'
import type { Table } from '../../platform/table'
import { ownCase } from '../domain'
import { isShown, LONGEST_MINUTES, publish } from '../domain/publish'
import { asTask, loadClaim, loadClaimsSince, loadTask, newTaskChange, queryMenu } from '../store'
import { viewTask } from './view'

export const menuHandlers = (
  table: Table,
): Pick<Handlers<typeof volunteer.endpoints>, 'register' | 'menu' | 'task' | 'publish'> => ({
  register: ({ actor }) => register(table, actor),

  async menu({ actor, now }, page) {
    const reader = await loadResident(table, actor.residentId)
    if (!reader?.community) return refuse('volunteer.no_community')
    const [found, claims] = await Promise.all([
      queryMenu(table, reader.community, now, page),
      // What has not ended has not started longer ago than the longest task lasts.
      loadClaimsSince(table, actor.residentId, addMinutes(now, -LONGEST_MINUTES)),
    ])
    if (!found.ok) return found
    const { items, cursor } = found.value
    const isStaff = answersFor(actor, reader.community)
    return ok({
      tasks: items
        .map(asTask)
        .filter(task => isStaff || claims.has(task.taskId) || isShown(task, now))
        .map(task =>
          viewTask(ownCase(task, claims.get(task.taskId), reader, now), isStaff ? 'staff' : 'resident'),
        ),
      ...(cursor && { cursor }),
    })
  },

  async task({ actor, now }, { taskId }) {
    const [task, claim, reader] = await Promise.all([
      loadTask(table, taskId),
      loadClaim(table, taskId, actor.residentId),
      loadResident(table, actor.residentId),
    ])
    if (!task || !reader) return refuse('request.not_found')
    const isStaff = answersFor(actor, task.community)
    const isNeighbour = reader.community === task.community && isShown(task, now)
    if (!isNeighbour && !claim && !isStaff) return refuse('request.not_found')
    return ok(viewTask(ownCase(task, claim, reader, now), isStaff ? 'staff' : 'resident'))
  },

  async publish({ actor, now, newId, once }, input) {
    const [post, reader] = await Promise.all([
      loadOwnPost(table, actor, input.community),
      loadResident(table, actor.residentId),
    ])
    if (!reader || !post) return refuse('request.not_found')
    const published = publish(input, { taskId: newId('task'), now, by: actor.residentId })
    if (!published.ok) return published
    const answer = viewTask(ownCase(published.value, undefined, reader, now), 'staff')
    const saved = await table.write([newTaskChange(published.value), once.remember(answer)])
    return saved.ok ? ok(answer) : saved
  },
})

/** The role holds at once: claiming asks for the stored one, not for that of the token. */
const register = async (
  table: Table,
  actor: Actor,
  looks = 2,
): Promise<Result<{ registered: true }, 'volunteer.no_community' | 'request.not_found' | 'request.busy'>> => {
  const resident = await loadResident(table, actor.residentId)
  if (!resident) return refuse('request.not_found')
  if (!resident.community) return refuse('volunteer.no_community')
  if (resident.roles.includes('volunteer')) return ok({ registered: true })
  const saved = await table.write([grantRoleChange(resident, [...resident.roles, 'volunteer'])])
  if (saved.ok) return ok({ registered: true })
  // The roles changed meanwhile, perhaps by this very request sent twice.
  return looks > 1 ? register(table, actor, looks - 1) : saved
}
