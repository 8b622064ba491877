/**
 * After a commit: a volunteer is told what staff made of the hours; WeChat reads a new task, and then either the
 * community is told that it is on the menu, or who wrote it that it is not.
 */
import { tellCommunity, tellResident } from '../bulletin/handlers'
import { loadOpenId } from '../identity/handlers'
import { effect, type Reaction } from '../platform/outbox'
import type { WeChatService } from '../platform/wechat/service'
import { askWording } from '../platform/wechat/wording'
import { asClaim, asTask, wordingChange } from './store'

export const volunteerReactions = ({ service }: { service: WeChatService }): readonly Reaction[] => [
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
    name: 'volunteer.checkWording',
    on: 'Task',
    async react(table, { before, after }) {
      if (before || !after) return
      const { taskId, title, what, where, publishedBy, wording } = asTask(after)
      if (wording !== 'pending' || !publishedBy) return
      const openId = await loadOpenId(table, publishedBy)
      const found = await askWording(service, openId, [title, what, where])
      await effect(table, [wordingChange(taskId, found)], 'volunteer.checked')
    },
  },
  {
    name: 'volunteer.tellOfTask',
    on: 'Task',
    async react(table, { before, after }) {
      if (!after || (before && before.wording === after.wording)) return
      const { taskId, title, community, publishedAt: at, publishedBy, wording } = asTask(after)
      const told = { about: 'task', caseId: taskId, name: title } as const
      if (wording === 'risky' && publishedBy)
        await tellResident(table, publishedBy, { ...told, entry: { at, verb: 'hold', by: 'clock' } })
      if (wording !== 'pending' && wording !== 'risky')
        await tellCommunity(table, community, { ...told, entry: { at, verb: 'publish', by: 'staff' } })
    },
  },
]
