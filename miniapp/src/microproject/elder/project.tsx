import { View } from '@tarojs/components'
import type { MicroProject } from '@yike/shared/microproject/schema'
import { useState } from 'react'
import { open } from '../../platform/route'
import { now, spokenDeadline, spokenList } from '../../platform/spoken'
import type { Stale } from '../../platform/use-stale'
import { Answer, Facts, Notice, Question } from '../../ui'
import { Sure } from '../../ui/sure'
import { Timeline } from '../../ui/timeline'
import '../pages/detail.css'
import { Photos } from '../photos'
import { useGiveUp } from '../use-microproject'
import { sentBackBecause, storyOf } from '../view'
import { kindWords, stateWords, words } from '../words'
import { elderWords } from '../words/elder'

interface ElderProjectProps {
  project: MicroProject
  /** What happened has a page of its own. */
  story: boolean
  /** With the sentence that says what was done. */
  onDone: (sentence: string) => void
  stale: Stale
}

/** 长辈版 of a request: where it stands in a few sentences, and what can be done with it now. */
export function ElderProject({ project, story, onDone, stale }: ElderProjectProps) {
  const [isLeaving, setIsLeaving] = useState(false)
  const { giveUp, ...leaving } = useGiveUp(project, { stale, onDone })
  const at = now()
  const { microprojectId, title, what, where, kind, state, number, deadlineAt, mine } = project
  const can = mine ? project.can : []
  if (story)
    return (
      <>
        <Question>{elderWords.story}</Question>
        <Timeline steps={storyOf(project, at)} />
      </>
    )
  if (isLeaving && can.includes('withdraw'))
    return (
      <Sure
        question={words.withdrawAsk}
        text={words.withdrawText}
        yes={words.withdraw}
        no={words.keep}
        {...leaving}
        onYes={giveUp}
        onNo={() => setIsLeaving(false)}
      />
    )
  const reason = sentBackBecause(project)
  return (
    <>
      <Question>{title}</Question>
      {reason && <Notice tone="waiting">{words.sentBackBecause(reason)}</Notice>}
      <Facts>
        {[
          spokenList(stateWords[state].word, deadlineAt && words.answerBy(spokenDeadline(deadlineAt, at))),
          elderWords.whereIs(where),
          spokenList(kindWords[kind].word, words.number(number)),
        ]}
      </Facts>
      <View className="microproject-detail__what">{what}</View>
      <Photos photos={project.photos} />
      {can.includes('refile') && (
        <Answer
          kind="next"
          icon="idea"
          title={words.refile}
          onTap={() => open('/microproject/pages/file', { microprojectId })}
        />
      )}
      <Answer
        icon="clock"
        title={elderWords.story}
        onTap={() => open('/microproject/pages/detail', { microprojectId, story: '1' })}
      />
      {can.includes('withdraw') && (
        <Answer icon="cross" title={words.withdraw} onTap={() => setIsLeaving(true)} />
      )}
    </>
  )
}
