import { View } from '@tarojs/components'
import { clockOf } from '@yike/shared/kernel/time'
import type { Waiting } from '@yike/shared/workbench/schema'
import { now } from '../platform/spoken'
import { Empty, Group, Loaded, More, Notice } from '../ui'
import { aria } from '../ui/aria'
import { Line } from './line'
import './lines.css'
import { type Board, useSaid } from './use-workbench'
import { isOverdue, lineKey } from './view'
import { words } from './words'

interface LinesProps {
  board: Board
  /** The line whose case stands beside the list; absent on a phone. */
  selected?: Waiting | undefined
  onOpen: (line: Waiting) => void
}

/** What waits, oldest promise first, and what was decided last. */
export function Lines({ board, selected, onOpen }: LinesProps) {
  const { lines, waiting, queue, asOf } = board
  const said = useSaid()
  const at = now()
  const late = waiting.filter(line => isOverdue(line, at)).length
  const nothing = <Empty title={words.done} text={words.doneText} icon="check" />
  return (
    <>
      <View className="workbench-lines__head">
        <View className="workbench-lines__title" {...aria({ role: 'heading', level: 2 })}>
          {words.queue} {words.count(waiting.length, queue.more !== undefined)}
        </View>
        {late > 0 && <View className="workbench-lines__late">{words.overdue(late)}</View>}
        {asOf && <View className="workbench-lines__as-of">{words.asOf(clockOf(asOf))}</View>}
      </View>
      {said && <Notice tone="green">{said}</Notice>}
      <Loaded query={queue.first} empty={nothing}>
        {() => (
          <Group {...(selected ? { role: 'tablist', label: words.queue } : {})}>
            {waiting.length === 0 && nothing}
            {waiting.length > 0 && lines.length === 0 && <Empty title={words.noneOfKind} icon="check" />}
            {lines.map(line => (
              <Line
                key={lineKey(line)}
                line={line}
                at={at}
                selected={selected && line === selected}
                onTap={() => onOpen(line)}
              />
            ))}
          </Group>
        )}
      </Loaded>
      <More more={queue.more} busy={queue.busy} />
    </>
  )
}
