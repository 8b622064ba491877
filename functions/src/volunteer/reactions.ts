/** After a commit: a volunteer is told what staff made of the hours, and the community that a task is on the menu. */
import { tellCommunity, tellResident } from '../bulletin/handlers'
import type { Reaction } from '../platform/outbox'
import { asClaim, asTask } from './store'

export const volunteerReactions: readonly Reaction[] = [
  {
    name: 'volunteer.tellVolunteer',
    on: 'Claim',
    async react(table, { before, after }) {
      if (!after || before?.version === after.version) return
      const { taskId, title, volunteerId, timeline } = asClaim(after)
      const entry = timeline.at(-1)
      if (entry?.by === 'staff')
        await tellResident(table, volunteerId, { about: 'task', caseId: taskId, name: title, entry })
    },
  },
  {
    name: 'volunteer.tellCommunity',
    on: 'Task',
    async react(table, { before, after }) {
      // Later changes of a task only count its places.
      if (before || !after) return
      const { taskId, title, community, publishedAt } = asTask(after)
      await tellCommunity(table, community, {
        about: 'task',
        caseId: taskId,
        name: title,
        entry: { at: publishedAt, verb: 'publish', by: 'staff' },
      })
    },
  },
]
