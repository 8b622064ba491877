import { View } from '@tarojs/components'
import type { MicroProject } from '@yike/shared/microproject/schema'
import { useState } from 'react'
import { ConsentLine } from '../../bulletin/consent-line'
import { useComfort } from '../../platform/comfort'
import { useParams } from '../../platform/route'
import { now, spokenDeadline } from '../../platform/spoken'
import { useStale } from '../../platform/use-stale'
import { Cell, Due, Icon, Loaded, Notice, Row, Screen, Section, Stale, Tag } from '../../ui'
import { aria } from '../../ui/aria'
import { needing } from '../../ui/needing'
import { Timeline } from '../../ui/timeline'
import { Act } from '../act'
import { ElderProject } from '../elder/project'
import { Photos } from '../photos'
import { useProject } from '../use-microproject'
import { promisedSince, sentBackBecause, storyOf } from '../view'
import { kindWords, stateWords, words } from '../words'
import './detail.css'

const greetings = (): Record<string, string> => ({ filed: words.filed, refiled: words.refiled })

function Detail() {
  const { microprojectId, done = '', story } = useParams()
  const { elder } = useComfort()
  const project = useProject(microprojectId)
  const stale = useStale(project.refresh)
  const [acted, setActed] = useState<string>()
  const known = project.state === 'loading' ? null : project.value
  // The address keeps its greeting; once staff have answered it is no longer so.
  const said = acted ?? (known?.state === 'filed' ? greetings()[done] : undefined)
  const onDone = (sentence: string) => {
    setActed(sentence)
    project.refresh()
  }
  const acts = known?.mine && known.can.length > 0
  const head = (
    <>
      {said && !stale.problem && <Notice tone="green">{said}</Notice>}
      {known?.mine && known.state === 'filed' && <ConsentLine about="microproject" />}
    </>
  )
  if (elder)
    return (
      <Screen>
        {!story && head}
        <Stale stale={stale} became={known ? stateWords[known.state].word : undefined} />
        <Loaded query={project}>
          {value => (
            <ElderProject project={value} story={story !== undefined} onDone={onDone} stale={stale} />
          )}
        </Loaded>
      </Screen>
    )
  return (
    <Screen
      title={words.detail}
      foot={
        (acts || stale.problem) && (
          <>
            <Stale stale={stale} became={known ? stateWords[known.state].word : undefined} />
            {acts && <Act project={known} onDone={onDone} stale={stale} />}
          </>
        )
      }
    >
      {head}
      <Loaded query={project}>{value => <Facts project={value} />}</Loaded>
    </Screen>
  )
}

function Facts({ project }: { project: MicroProject }) {
  const at = now()
  const { title, what, where, kind, state, number, deadlineAt } = project
  const { word, tone } = stateWords[state]
  const reason = sentBackBecause(project)
  return (
    <>
      <View className="microproject-detail__title" {...aria({ role: 'heading', level: 2 })}>
        {title}
      </View>
      <Row>
        <Tag tone={tone}>{word}</Tag>
        <Tag tone="quiet">{kindWords[kind].word}</Tag>
        <View className="microproject-detail__number">{words.number(number)}</View>
      </Row>
      {reason && <Notice tone="waiting">{words.sentBackBecause(reason)}</Notice>}
      {deadlineAt && (
        <View className="microproject-detail__due">
          <Due since={promisedSince(project)} until={deadlineAt} at={at} size={56} />
          <View>{words.answerBy(spokenDeadline(deadlineAt, at))}</View>
        </View>
      )}
      <View className="microproject-detail__what">{what}</View>
      <Photos photos={project.photos} />
      <Cell lead={<Icon name="pin" />} title={where} note={words.where} />
      <Section title={words.story}>
        <Timeline steps={storyOf(project, at)} />
      </Section>
    </>
  )
}

export default needing(['microprojectId'], Detail)
