import type { MicroProject } from '@yike/shared/microproject/schema'
import { open } from '../platform/route'
import { now, spokenDeadline, spokenMoment } from '../platform/spoken'
import { Cell, Due, Icon, QuarterRing, Row, Tag } from '../ui'
import { promisedSince, stateIcons } from './view'
import { kindWords, stateWords, words } from './words'

/** A request in a list. */
export function ProjectRow({ project }: { project: MicroProject }) {
  const at = now()
  const { microprojectId, title, where, kind, state, deadlineAt, filedAt, timeline } = project
  const { word, tone } = stateWords[state]
  return (
    <Cell
      title={title}
      lead={<Sign project={project} />}
      note={
        <>
          {[kindWords[kind].word, where].join(' · ')}
          <Row>
            <Tag tone={tone}>{word}</Tag>
            {deadlineAt
              ? words.answerBy(spokenDeadline(deadlineAt, at))
              : spokenMoment(timeline.at(-1)?.at ?? filedAt, at)}
          </Row>
        </>
      }
      onTap={() => open('/microproject/pages/detail', { microprojectId })}
    />
  )
}

/** The ring: what is left of the community's promise; whole once it is accepted, empty when nobody owes an answer. */
function Sign({ project }: { project: MicroProject }) {
  const { state, deadlineAt } = project
  if (deadlineAt) return <Due since={promisedSince(project)} until={deadlineAt} at={now()} />
  return (
    <QuarterRing minutes={state === 'accepted' ? 1 : 0} of={1} size={48} tone={stateWords[state].tone}>
      <Icon name={stateIcons[state]} size={20} />
    </QuarterRing>
  )
}
