import { View } from '@tarojs/components'
import type { Task } from '@yike/shared/volunteer/schema'
import { now, spokenMoment } from '../platform/spoken'
import { useStale } from '../platform/use-stale'
import { Button, Outcome, Stale } from '../ui'
import './task-line.css'
import { TaskRow } from './task-row'
import { useClaim } from './use-volunteer'
import { words } from './words'

export interface TaskLineProps {
  task: Task
  /** With the sentence that says what was done. */
  onClaimed: (sentence: string) => Promise<void>
  /** What the list shows may no longer be so. */
  onStale: () => Promise<unknown>
}

/** Claiming where the task is listed: who has read enough need not open it. */
export function useClaimHere({ task, onClaimed, onStale }: TaskLineProps) {
  const stale = useStale(onStale)
  const claiming = useClaim(task, stale)
  const { taskId, version, startAt } = task
  return {
    stale,
    claiming,
    async claim() {
      const claimed = await claiming.send({ taskId, version })
      if (claimed) await onClaimed(words.claimed(spokenMoment(startAt, now())))
    },
  }
}

/** A dish of the menu with its one button. */
export function TaskLine(props: TaskLineProps) {
  const { stale, claiming, claim } = useClaimHere(props)
  const { task } = props
  const acts = task.can.includes('claim') && !claiming.away
  return (
    <View>
      <View className={`volunteer-line${acts ? ' volunteer-line--acts' : ''}`}>
        <View className="volunteer-line__task">
          <TaskRow task={task} />
        </View>
        {acts && (
          <Button compact kind="next" label={words.claimNamed(task.title)} busy={claiming.busy} onTap={claim}>
            {words.claimShort}
          </Button>
        )}
      </View>
      <Stale stale={stale} />
      <Outcome of={claiming} named />
    </View>
  )
}
