import { View } from '@tarojs/components'
import type { Claim } from '@yike/shared/volunteer/schema'
import { useState } from 'react'
import { open } from '../../platform/route'
import { useMe } from '../../platform/session'
import { now, spokenMinutes } from '../../platform/spoken'
import { Answer, Notice, Outcome, Question } from '../../ui'
import { Sure } from '../../ui/sure'
import { type ActProps, useGiveUp, useReport, useTake } from '../use-act'
import { useRegistered } from '../use-volunteer'
import { lengthMinutes, placeWords, reportable, sentBackBecause, stepOf, whenWords } from '../view'
import { words } from '../words'
import { elderWords } from '../words/elder'
import './task.css'

interface ElderTaskProps extends ActProps {
  claim: Claim | undefined
}

/** 长辈版 of a task: what it is in a few sentences, and what can be done with it now. */
export function ElderTask({ claim, ...props }: ElderTaskProps) {
  const { task } = props
  const registered = useRegistered()
  const community = useMe()?.community?.code
  const [isLeaving, setIsLeaving] = useState(false)
  const { giveUp, ...leaving } = useGiveUp(props)
  const at = now()
  const next = stepOf(task, { registered, community }, at)
  const step = 'step' in next ? next.step : undefined
  if (isLeaving && step === 'release')
    return (
      <Sure
        question={words.releaseAsk}
        text={words.releaseText}
        yes={words.release}
        no={words.keep}
        {...leaving}
        onYes={giveUp}
        onNo={() => setIsLeaving(false)}
      />
    )
  const reason = claim && sentBackBecause(claim)
  return (
    <>
      <Question>{task.title}</Question>
      {reason && <Notice tone="waiting">{words.sentBackBecause(reason)}</Notice>}
      <View>{task.what}</View>
      <View className="volunteer-elder__fact">{whenWords(task, at)}</View>
      <View className="volunteer-elder__fact">{elderWords.placeIs(task.where)}</View>
      <View className="volunteer-elder__fact">{placeWords(task)}</View>
      <View className="volunteer-elder__acts">{'wait' in next && words.waits[next.wait]}</View>
      {(step === 'claim' || step === 'join') && <Take {...props} joins={step === 'join'} />}
      {step === 'complete' && <Report {...props} />}
      {step === 'release' && <Answer icon="cross" title={words.release} onTap={() => setIsLeaving(true)} />}
      {step !== 'complete' && (
        <Answer icon="volunteer" title={words.seeOthers} onTap={() => open('/volunteer/tab/index')} />
      )}
    </>
  )
}

function Take({ joins, ...props }: ActProps & { joins: boolean }) {
  const { busy, outcome, away, take } = useTake(props, joins)
  if (away) return <Outcome of={outcome} named />
  return (
    <>
      <Outcome of={outcome} />
      <Answer
        kind="next"
        icon="check"
        title={joins ? words.joinAndClaim : words.claim}
        note={joins ? words.joinAndClaimNote : undefined}
        busy={busy}
        onTap={take}
      />
    </>
  )
}

/** How long it took: all of it first, then shorter by half hours. */
function Report(props: ActProps) {
  const { busy, outcome, away, report } = useReport(props)
  if (away) return <Outcome of={outcome} named />
  return (
    <>
      <Question>{elderWords.done}</Question>
      <Outcome of={outcome} />
      {reportable(lengthMinutes(props.task)).map((minutes, at) => (
        <Answer
          key={minutes}
          kind={at === 0 ? 'next' : 'plain'}
          icon="clock"
          title={elderWords.did(spokenMinutes(minutes))}
          disabled={busy}
          onTap={() => report(minutes)}
        />
      ))}
    </>
  )
}
