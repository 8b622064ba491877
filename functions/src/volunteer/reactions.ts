/**
 * After a commit: a volunteer is told what staff made of the hours; WeChat reads a new task, and then either the
 * community is told that it is on the menu, or who wrote it that it is not; who has claimed it by former words is told of
 * the new ones. Words that WeChat did not pass or could not
 * judge wait in the queue, where a colleague finds them who did not write them.
 */
import { tellCommunity, tellResident } from '../bulletin/handlers'
import { effect, type Reaction } from '../platform/outbox'
import type { Table } from '../platform/table'
import { newsIn, type Reading } from '../platform/wechat/wording'
import { isRead, lookBy, wordedAt } from './domain/publish'
import {
  asClaim,
  askedChange,
  asTask,
  type ClaimRecord,
  isDoubtful,
  loadClaimsOf,
  loadTask,
  type TaskRecord,
  wordsToldChange,
} from './store'

/** Whoever has claimed it by other words is told what it says now, once. */
async function tellOfWords(table: Table, task: TaskRecord, claim: ClaimRecord): Promise<void> {
  const { taskId, title, version } = task
  if (claim.state !== 'claimed' || version === undefined || version <= (claim.wordsVersion ?? 0)) return
  await tellResident(table, claim.volunteerId, {
    about: 'task',
    caseId: taskId,
    name: title,
    entry: { at: wordedAt(task), verb: 'reword', by: 'staff' },
  })
  await effect(table, [wordsToldChange(claim, { title, version })], 'volunteer.told')
}

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
      if (isRead(task))
        await tellCommunity(table, community, { ...told, entry: { at, verb: 'publish', by: 'staff' } })
    },
  },
  {
    name: 'volunteer.tellOfWords',
    on: 'Task',
    async react(table, { before, after }) {
      if (!after || before?.wording === after.wording) return
      const task = asTask(after)
      if (task.version === undefined || !isRead(task)) return
      for (const claim of await loadClaimsOf(table, task.taskId)) await tellOfWords(table, task, claim)
    },
  },
  {
    // A claim may have been on its way while the words were changed.
    name: 'volunteer.tellOfWordsBefore',
    on: 'Claim',
    async react(table, { before, after }) {
      if (!after || before?.version === after.version) return
      const claim = asClaim(after)
      if (claim.timeline.at(-1)?.verb !== 'claim') return
      const task = await loadTask(table, claim.taskId)
      if (task && isRead(task)) await tellOfWords(table, task, claim)
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
