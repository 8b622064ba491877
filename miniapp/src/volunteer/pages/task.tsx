import { View } from '@tarojs/components'
import type { Claim, Task } from '@yike/shared/volunteer/schema'
import { useState } from 'react'
import { useComfort } from '../../platform/comfort'
import { focusOn } from '../../platform/focus'
import { useParams } from '../../platform/route'
import { now } from '../../platform/spoken'
import { useShare } from '../../platform/use-share'
import { useStale } from '../../platform/use-stale'
import { Cell, Icon, Loaded, Notice, Row, Screen, Section, Stale, Tag } from '../../ui'
import { aria } from '../../ui/aria'
import { needing } from '../../ui/needing'
import { Timeline } from '../../ui/timeline'
import { Act } from '../act'
import { ElderTask } from '../elder/task'
import { useTask } from '../use-volunteer'
import { sentBackBecause, storyOf, whenWords } from '../view'
import { kindNames, stateWords, words } from '../words'
import './task.css'

const FOOT = 'volunteer-act'

function TaskPage() {
  const { taskId = '' } = useParams()
  const { task, claim, refresh } = useTask(taskId)
  const { elder } = useComfort()
  const stale = useStale(refresh)
  const [said, setSaid] = useState<string | null>(null)
  const known = task.state === 'loading' ? null : task.value
  useShare(words.share(known?.title ?? ''), '/volunteer/pages/task', { taskId })

  const onDone = async (sentence: string) => {
    setSaid(sentence)
    await refresh()
    focusOn(FOOT)
  }
  if (elder)
    return (
      <Screen>
        {said && !stale.problem && <Notice tone="green">{said}</Notice>}
        <Stale stale={stale} became={known?.claim && stateWords[known.claim].word} />
        <Loaded query={task}>
          {value => (
            <ElderTask
              key={value.version}
              task={value}
              claim={claim}
              onDone={onDone}
              onRefused={refresh}
              stale={stale}
            />
          )}
        </Loaded>
      </Screen>
    )
  return (
    <Screen
      title={words.task}
      foot={
        known && (
          <View id={FOOT}>
            <Stale stale={stale} became={known.claim && stateWords[known.claim].word} />
            <Act key={known.version} task={known} onDone={onDone} onRefused={refresh} stale={stale} />
          </View>
        )
      }
    >
      {said && !stale.problem && <Notice tone="green">{said}</Notice>}
      <Loaded query={task}>{value => <Facts task={value} claim={claim} />}</Loaded>
    </Screen>
  )
}

function Facts({ task, claim }: { task: Task; claim: Claim | undefined }) {
  const at = now()
  const state = task.claim && stateWords[task.claim]
  const reason = claim && sentBackBecause(claim)
  const { wording = 'pass' } = task
  return (
    <>
      <View className="volunteer-task__title" {...aria({ role: 'heading', level: 2 })}>
        {task.title}
      </View>
      <Row>
        <Tag tone="quiet">{kindNames[task.kind]}</Tag>
        {state && <Tag tone={state.tone}>{state.word}</Tag>}
      </Row>
      {wording !== 'pass' && (
        <Notice tone={wording === 'risky' ? 'danger' : 'waiting'}>{words.wordings[wording]}</Notice>
      )}
      {reason && <Notice tone="waiting">{words.sentBackBecause(reason)}</Notice>}
      <View className="volunteer-task__what">{task.what}</View>
      <Cell lead={<Icon name="clock" />} title={whenWords(task, at)} note={words.when} />
      <Cell lead={<Icon name="pin" />} title={task.where} note={words.where} />
      <Cell
        lead={<Icon name="people" />}
        title={task.endAt > at ? words.left(task.left) : words.over}
        note={words.placesOf(task.places)}
      />
      {claim && claim.timeline.length > 0 && (
        <Section title={words.story}>
          <Timeline steps={storyOf(claim, at)} />
        </Section>
      )}
    </>
  )
}

export default needing(['taskId'], TaskPage)
