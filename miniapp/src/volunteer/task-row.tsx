import type { Task } from '@yike/shared/volunteer/schema'
import { open } from '../platform/route'
import { Cell, Icon, QuarterRing, Row, Tag } from '../ui'
import { rowNote } from './view'
import { kindNames, stateWords, words } from './words'

/** A dish of the menu. The ring is the places: how many of them are left stands inside, a tick where one is mine. */
export function TaskRow({ task }: { task: Task }) {
  const { taskId, title, kind, left, places, claim } = task
  const mine = claim && claim !== 'released' ? stateWords[claim] : undefined
  return (
    <Cell
      title={title}
      lead={
        <QuarterRing minutes={left} of={places} tone={left === 0 && !mine ? 'quiet' : 'green'}>
          {mine ? <Icon name="check" size={20} /> : left === 0 ? words.full : left}
        </QuarterRing>
      }
      note={
        <>
          {rowNote(task)}
          <Row>
            <Tag tone="quiet">{kindNames[kind]}</Tag>
            {mine ? <Tag tone={mine.tone}>{mine.word}</Tag> : words.left(left)}
          </Row>
        </>
      }
      onTap={() => open('/volunteer/pages/task', { taskId })}
    />
  )
}
