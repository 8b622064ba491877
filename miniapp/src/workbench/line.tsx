import { View } from '@tarojs/components'
import type { Instant } from '@yike/shared/kernel/time'
import type { Waiting } from '@yike/shared/workbench/schema'
import { spokenDeadline } from '../platform/spoken'
import { Due, Tap } from '../ui'
import './line.css'
import { Parts } from './parts'
import { type Line as Folded, isOverdue, lineKey, saidOf } from './view'
import { kindNames } from './words'

interface LineProps {
  line: Folded
  at: Instant
  /** At a desk the lines are tabs of the case beside them. */
  selected?: boolean
  /** Of one that unfolds. */
  expanded?: boolean
  onTap: () => void
}

/** To move the focus to a line. */
export const lineId = (line: Waiting): string => `line:${lineKey(line)}`

/** One case that waits. The ring is what is left of the promise; the words say it. */
export function Line({ line, at, selected, expanded, onTap }: LineProps) {
  const late = isOverdue(line, at)
  return (
    <Tap
      id={lineId(line)}
      className={`workbench-line${selected ? ' workbench-line--on' : ''}`}
      role={selected === undefined ? 'button' : 'tab'}
      selected={selected}
      expanded={expanded}
      onTap={onTap}
    >
      <Due since={line.since} until={line.deadlineAt} at={at} />
      <View className="workbench-line__words">
        <View className="workbench-line__title">{line.title}</View>
        <View className="workbench-line__note">
          <Parts of={[kindNames[line.kind], ...saidOf(line, at)]} />
        </View>
      </View>
      <View className={`workbench-line__due${late ? ' workbench-line__due--late' : ''}`}>
        {spokenDeadline(line.deadlineAt, at)}
      </View>
    </Tap>
  )
}
