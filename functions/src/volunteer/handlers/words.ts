/** What staff do with the words of a task that WeChat did not pass or could not judge. */
import { answersFor } from '@yike/shared/identity/rules'
import type { Id } from '@yike/shared/kernel/id'
import { ok, type Result, refuse } from '@yike/shared/kernel/result'
import type { volunteer } from '@yike/shared/volunteer/contract'
import type { Task } from '@yike/shared/volunteer/schema'
import { loadResident } from '../../identity/handlers'
import type { Actor } from '../../platform/actor'
import { moveCase } from '../../platform/case'
import type { Handlers } from '../../platform/handler'
import type { Table } from '../../platform/table'
import { ownCase } from '../domain'
import { isReworded, passWords, type Reader, reword } from '../domain/publish'
import { loadTask, readChange, type TaskRecord } from '../store'
import { viewTask } from './view'

export const wordsHandlers = (
  table: Table,
): Pick<Handlers<typeof volunteer.endpoints>, 'passWords' | 'reword'> => ({
  passWords: ({ actor, now }, { taskId }) =>
    read(
      table,
      actor,
      taskId,
      { actorId: actor.residentId, now },
      {
        isRepeat: ({ wording, deadlineAt }) => wording === 'pass' && deadlineAt === undefined,
        decide: passWords,
      },
    ),

  reword: ({ actor, now }, input) =>
    read(
      table,
      actor,
      input.taskId,
      { actorId: actor.residentId, now },
      {
        isRepeat: (task, reader) => isReworded(task, input, reader),
        decide: (task, reader) => reword(task, input, reader),
      },
    ),
})

interface Reading<Refusal extends string> {
  readonly isRepeat: (task: TaskRecord, reader: Reader) => boolean
  readonly decide: (task: TaskRecord, reader: Reader) => Result<TaskRecord, Refusal>
}

const read = async <Refusal extends string>(
  table: Table,
  actor: Actor,
  taskId: Id<'task'>,
  reader: Reader,
  { isRepeat, decide }: Reading<Refusal>,
): Promise<Result<Task, Refusal | 'volunteer.words_read' | 'request.not_found' | 'request.busy'>> => {
  const done = await moveCase<TaskRecord, Refusal, 'volunteer.words_read'>(table, {
    async find() {
      const task = await loadTask(table, taskId)
      return task && answersFor(actor, task.community) ? task : undefined
    },
    isRepeat: task => isRepeat(task, reader),
    decide: task => decide(task, reader),
    changes: (before, after) => [readChange(before, after)],
    stale: 'volunteer.words_read',
  })
  if (!done.ok) return done
  const self = await loadResident(table, actor.residentId)
  if (!self) return refuse('request.not_found')
  return ok(viewTask(ownCase(done.value, undefined, self, reader.now), 'staff'))
}
