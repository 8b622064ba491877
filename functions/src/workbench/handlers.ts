import { ok, refuse } from '@yike/shared/kernel/result'
import type { workbench } from '@yike/shared/workbench/contract'
import type { Waiting } from '@yike/shared/workbench/schema'
import { asBooking, asSeason, waitingBooking, waitingSeason } from '../booking/handlers'
import { asPlaceCheck, waitingCheck } from '../circle/handlers'
import { asCommunity, loadOwnPost, loadOwnPosts } from '../identity/handlers'
import { asProject, waitingProject } from '../microproject/handlers'
import type { Handlers } from '../platform/handler'
import type { Item, Table } from '../platform/table'
import { asClaim, asTask, waitingHours, waitingTask } from '../volunteer/handlers'
import { queryWaiting } from './store'

export const workbenchHandlers = (table: Table): Handlers<typeof workbench.endpoints> => ({
  async communities({ actor }) {
    return ok({ communities: (await loadOwnPosts(table, actor)).map(asCommunity) })
  },

  async queue({ actor, now }, { community, ...page }) {
    if (!(await loadOwnPost(table, actor, community))) return refuse('request.not_found')
    const found = await queryWaiting(table, community, page)
    if (!found.ok) return found
    const { items, cursor } = found.value
    return ok({
      waiting: items.flatMap(item => waitingOf(item) ?? []),
      asOf: now,
      ...(cursor && { cursor }),
    })
  },
})

/** Undefined while a newer version of the product is being deployed: a kind that only that one knows how to show. */
const waitingOf = (item: Item): Waiting | undefined => {
  switch (item.type) {
    case 'Booking':
      return { kind: 'booking', ...waitingBooking(asBooking(item)) }
    case 'MicroProject':
      return { kind: 'microproject', ...waitingProject(asProject(item)) }
    case 'Claim':
      return { kind: 'hours', ...waitingHours(asClaim(item)) }
    case 'Task':
      return { kind: 'task', ...waitingTask(asTask(item)) }
    case 'PlaceCheck':
      return { kind: 'place', ...waitingCheck(asPlaceCheck(item)) }
    case 'Season':
      return { kind: 'season', ...waitingSeason(asSeason(item)) }
    default:
      return undefined
  }
}
