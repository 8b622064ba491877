import type { Task } from '@yike/shared/volunteer/schema'
import { now, spokenMoment } from '../platform/spoken'
import type { Stale } from '../platform/use-stale'
import { useClaim, useComplete, useRegister, useRelease } from './use-volunteer'
import { words } from './words'

export interface ActProps {
  task: Task
  /** With the sentence that says what was done. */
  onDone: (sentence: string) => void
  /** Something else was refused: what the page shows may be the reason. */
  onRefused: () => void
  stale: Stale
}

/** Taking a place; whoever is no volunteer yet becomes one on the way. */
export function useTake({ task, onDone, onRefused, stale }: ActProps, joins: boolean) {
  const claiming = useClaim(task, stale)
  const registering = useRegister()
  const { taskId, version, startAt } = task
  return {
    busy: registering.busy || claiming.busy,
    outcome: registering.problem ? registering : claiming,
    away: claiming.away,
    async take() {
      if (joins && !(await registering.send({}))) return
      if (await claiming.send({ taskId, version })) onDone(words.claimed(spokenMoment(startAt, now())))
      else onRefused()
    },
  }
}

export function useGiveUp({ task: { taskId, version }, onDone, onRefused, stale }: ActProps) {
  const { send, busy, problem } = useRelease(stale)
  return {
    busy,
    problem,
    async giveUp() {
      if (await send({ taskId, version })) onDone(words.released)
      else onRefused()
    },
  }
}

export function useReport({ task, onDone, stale }: ActProps) {
  const completing = useComplete(task, stale)
  const { taskId, version } = task
  return {
    busy: completing.busy,
    outcome: completing,
    away: completing.away,
    async report(minutes: number) {
      if (await completing.send({ taskId, version, minutes })) onDone(words.reported)
    },
  }
}
