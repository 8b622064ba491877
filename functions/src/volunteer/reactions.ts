/**
 * After a commit: a volunteer is told what staff made of the hours; WeChat reads a new task, and then either the
 * community is told that it is on the menu, or who wrote it that it is not. Words that WeChat did not pass or could not
 * judge wait in the queue, where a colleague finds them who did not write them.
 */
import { tellCommunity, tellResident } from '../bulletin/handlers'
import { effect, type Reaction } from '../platform/outbox'
import { newsIn, type Reading } from '../platform/wechat/wording'
import { lookBy, wordedAt } from './domain/publish'
import { asClaim, askedChange, asTask, type ClaimRecord, isDoubtful, type TaskRecord } from './store'

export const taskReading: Reading<TaskRecord> = {
  name: 'volunteer.checkTask',
  on: 'Task',
  asRecord: asTask,
  words: ({ title, what, where }) => [title, what, where],
  authors: ({ publishedBy }) => ({ staff: publishedBy }),
}

export const claimReading: Reading<ClaimRecord> = {
  name: 'volunteer.checkClaim',
  on: 'Claim',
  asRecord: asClaim,
  authors: ({ volunteerId, lastActorId }) => ({ owner: volunteerId, staff: lastActorId }),
}

export const volunteerReactions: readonly Reaction[] = [
  {
    name: 'volunteer.tellVolunteer',
    on: 'Claim',
    async react(table, { before, after }) {
      if (!after) return
      const claim = asClaim(after)
      const { taskId, title, volunteerId } = claim
      for (const entry of newsIn(before && asClaim(before), claim))
        if (entry.by === 'staff')
          await tellResident(table, volunteerId, { about: 'task', caseId: taskId, name: title, entry })
    },
  },
  {
    name: 'volunteer.tellOfTask',
    on: 'Task',
    async react(table, { before, after }) {
      if (!after || (before && before.wording === after.wording)) return
      const task = asTask(after)
      const { taskId, title, community, publishedAt: at, publishedBy, wording } = task
      const told = { about: 'task', caseId: taskId, name: title } as const
      if (wording === 'risky' && publishedBy)
        await tellResident(table, publishedBy, {
          ...told,
          entry: { at: wordedAt(task), verb: 'hold', by: 'clock' },
        })
      if (wording !== 'pending' && wording !== 'risky')
        await tellCommunity(table, community, { ...told, entry: { at, verb: 'publish', by: 'staff' } })
    },
  },
  {
    name: 'volunteer.askAboutWords',
    on: 'Task',
    async react(table, { before, after }) {
      if (!after || before?.wording === after.wording) return
      const task = asTask(after)
      if (isDoubtful(task.wording))
        await effect(table, [askedChange(task, lookBy(wordedAt(task)))], 'volunteer.words_read')
    },
  },
]
