import type { MicroProject } from '@yike/shared/microproject/schema'
import { useState } from 'react'
import { open, useParams } from '../../platform/route'
import { now, spokenDeadline, spokenMoment } from '../../platform/spoken'
import { Button, Cell, Due, Empty, Icon, Loaded, Row, Screen, Segments, Tag } from '../../ui'
import { useProjects, type Whose } from '../use-microproject'
import { promisedSince } from '../view'
import { kindWords, stateWords, words } from '../words'

const file = () => open('/microproject/pages/file')

export default function ProjectList() {
  const { of } = useParams()
  const [whose, setWhose] = useState<Whose>(of === 'community' ? 'community' : 'me')
  return (
    <Screen
      title={words.list}
      foot={
        <Button kind="next" onTap={file}>
          {words.file}
        </Button>
      }
    >
      <Segments
        label={words.list}
        value={whose}
        options={[
          { value: 'me', label: words.mine },
          { value: 'community', label: words.community },
        ]}
        onChange={value => setWhose(value as Whose)}
      />
      <Projects key={whose} of={whose} />
    </Screen>
  )
}

function Projects({ of }: { of: Whose }) {
  const { first, pages, more, busy } = useProjects(of)
  const nothing =
    of === 'me' ? (
      <Empty title={words.mineNothing} text={words.mineNothingText} icon="idea" />
    ) : (
      <Empty title={words.communityNothing} text={words.communityNothingText} icon="idea" />
    )
  return (
    <Loaded query={first} empty={nothing}>
      {() => (
        <>
          {pages
            .flatMap(page => page.microprojects)
            .map(project => (
              <ProjectRow key={project.microprojectId} project={project} />
            ))}
          {more && (
            <Button kind="bare" busy={busy} onTap={more}>
              {words.more}
            </Button>
          )}
        </>
      )}
    </Loaded>
  )
}

/** The ring is the time left to the community's answer; without a promise that runs, the state's own sign stands there. */
function ProjectRow({ project }: { project: MicroProject }) {
  const at = now()
  const { microprojectId, title, where, kind, state, deadlineAt, filedAt } = project
  const { word, tone } = stateWords[state]
  const sign = state === 'accepted' ? 'check' : state === 'sentBack' ? 'warning' : 'idea'
  return (
    <Cell
      title={title}
      lead={
        deadlineAt ? (
          <Due since={promisedSince(project)} until={deadlineAt} at={at} />
        ) : (
          <Icon name={sign} size={28} />
        )
      }
      note={
        <>
          {[kindWords[kind].word, where].join(' · ')}
          <Row>
            <Tag tone={tone}>{word}</Tag>
            {deadlineAt ? words.answerBy(spokenDeadline(deadlineAt, at)) : spokenMoment(filedAt, at)}
          </Row>
        </>
      }
      onTap={() => open('/microproject/pages/detail', { microprojectId })}
    />
  )
}
