import { useState } from 'react'
import { useComfort } from '../../platform/comfort'
import { open, useParams } from '../../platform/route'
import { Button, Empty, Loaded, More, Screen, Segments, UnsentHere } from '../../ui'
import { ElderList } from '../elder/list'
import { ProjectRow } from '../project-row'
import { useProjects, type Whose } from '../use-microproject'
import { words } from '../words'

const file = () => open('/microproject/pages/file')

export default function ProjectList() {
  const { of } = useParams()
  const { elder } = useComfort()
  const asked = of === 'community' ? 'community' : 'me'
  const [whose, setWhose] = useState<Whose>(asked)
  if (elder)
    return (
      <Screen>
        <ElderList of={asked} />
      </Screen>
    )
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
      <UnsentHere />
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
          <More more={more} busy={busy} />
        </>
      )}
    </Loaded>
  )
}
