import { View } from '@tarojs/components'
import { clockOf, type Instant } from '@yike/shared/kernel/time'
import type { Waiting } from '@yike/shared/workbench/schema'
import { type ReactNode, useState } from 'react'
import { now } from '../platform/spoken'
import { Empty, Group, Loaded, More, Notice } from '../ui'
import { aria } from '../ui/aria'
import { Line } from './line'
import './lines.css'
import { Reports } from './reports'
import { type Board, useSaid } from './use-workbench'
import { isOverdue, lineKey } from './view'
import { words } from './words'

interface LinesProps {
  board: Board
  /** The line whose case stands beside the list; absent on a phone. */
  selected?: Waiting | undefined
  /** At a desk the head of the list is that of the page, and which kind is listed stands below it. */
  kinds?: ReactNode
  onOpen: (line: Waiting) => void
}

/** On a phone the hours of a task unfold below their line. */
function Folded({
  line,
  at,
  onOpen,
}: {
  line: Waiting & { reports: readonly Waiting[] }
  at: Instant
  onOpen: LinesProps['onOpen']
}) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Line line={line} at={at} expanded={open} onTap={() => setOpen(!open)} />
      {open && <Reports reports={line.reports} onOpen={onOpen} />}
    </>
  )
}

/** What waits, oldest promise first, and what was decided last. */
export function Lines({ board, selected, kinds, onOpen }: LinesProps) {
  const { lines, waiting, queue, asOf } = board
  const { said, failed } = useSaid()
  const at = now()
  const late = waiting.filter(line => isOverdue(line, at)).length
  const nothing = <Empty title={words.done} text={words.doneText} icon="check" />
  return (
    <>
      <View className="workbench-lines__head">
        <View className="workbench-lines__title" {...aria({ role: 'heading', level: kinds ? 1 : 2 })}>
          {words.queue} {words.count(waiting.length, queue.more !== undefined)}
        </View>
        {late > 0 && <View className="workbench-lines__late">{words.overdue(late)}</View>}
        {asOf && <View className="workbench-lines__as-of">{words.asOf(clockOf(asOf))}</View>}
      </View>
      {kinds}
      {kinds && waiting.length > 0 && (
        <View className="workbench-desk__heads" {...aria({ hidden: true })}>
          <View>{words.columns.what}</View>
          <View>{words.columns.due}</View>
        </View>
      )}
      {said && <Notice tone={failed ? 'danger' : 'green'}>{said}</Notice>}
      <Loaded query={queue.first} empty={nothing}>
        {() => (
          <Group {...(selected ? { role: 'tablist', label: words.queue } : {})}>
            {waiting.length === 0 && nothing}
            {waiting.length > 0 && lines.length === 0 && <Empty title={words.noneOfKind} icon="check" />}
            {lines.map(line =>
              line.reports && !kinds ? (
                <Folded key={line.caseId} line={{ ...line, reports: line.reports }} at={at} onOpen={onOpen} />
              ) : (
                <Line
                  key={lineKey(line)}
                  line={line}
                  at={at}
                  selected={selected && line === selected}
                  onTap={() => onOpen(line)}
                />
              ),
            )}
          </Group>
        )}
      </Loaded>
      <More more={queue.more} busy={queue.busy} />
    </>
  )
}
