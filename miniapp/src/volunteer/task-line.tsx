import { View } from '@tarojs/components'
import type { Task } from '@yike/shared/volunteer/schema'
import { now, spokenMoment } from '../platform/spoken'
import { useStale } from '../platform/use-stale'
import { Button, Outcome, Stale } from '../ui'
import './task-line.css'
import { TaskRow } from './task-row'
import { useClaim } from './use-volunteer'
import { words } from './words'

interface TaskLineProps {
  task: Task
  /** With the sentence that says what was done. */
  onClaimed: (sentence: string) => Promise<void>
  /** What the list shows may no longer be so. */
  onStale: () => Promise<unknown>
}

/** A dish of the menu with its one button: who has read enough need not open it. */
export function TaskLine({ task, onClaimed, onStale }: TaskLineProps) {
  const stale = useStale(onStale)
  const claiming = useClaim(task.title, stale)
  const { taskId, version, title, startAt } = task
  const claim = async () => {
    if (await claiming.send({ taskId, version })) await onClaimed(words.claimed(spokenMoment(startAt, now())))
  }
  return (
    <View>
      <View className="volunteer-line">
        <View className="volunteer-line__task">
          <TaskRow task={task} />
        </View>
        {task.can.includes('claim') && (
          <Button compact kind="next" label={words.claimNamed(title)} busy={claiming.busy} onTap={claim}>
            {words.claimShort}
          </Button>
        )}
      </View>
      <Stale stale={stale} />
      <Outcome of={claiming} />
    </View>
  )
}
