import { View } from '@tarojs/components'
import { useState } from 'react'
import { open } from '../platform/route'
import { useMe } from '../platform/session'
import { now, spokenMinutes } from '../platform/spoken'
import './act.css'
import { Button, Confirm, Outcome, Refusal, Stack } from '../ui'
import { Stepper } from '../ui/stepper'
import { type ActProps, useGiveUp, useReport, useTake } from './use-act'
import { useRegistered } from './use-volunteer'
import { lengthMinutes, stepOf, type Wait } from './view'
import { words } from './words'

/** The one thing that can be done with a task now, at the foot of its page. */
export function Act(props: ActProps) {
  const registered = useRegistered()
  const community = useMe()?.community?.code
  const next = stepOf(props.task, { registered, community }, now())
  if ('wait' in next) return <Waits wait={next.wait} />
  if (next.step === 'release') return <Release {...props} />
  if (next.step === 'complete') return <Complete {...props} />
  return <TakePlace {...props} joins={next.step === 'join'} />
}

function Waits({ wait }: { wait: Wait }) {
  const elsewhere = wait === 'full' || wait === 'started' || wait === 'elsewhere'
  return (
    <Stack>
      <View className="volunteer-act__note">{words.waits[wait]}</View>
      {elsewhere && (
        <Button kind="calm" onTap={() => open('/volunteer/tab/index')}>
          {words.seeOthers}
        </Button>
      )}
    </Stack>
  )
}

function TakePlace({ joins, ...props }: ActProps & { joins: boolean }) {
  const { busy, outcome, away, take } = useTake(props, joins)
  if (away) return <Outcome of={outcome} named />
  return (
    <Stack>
      <Outcome of={outcome} />
      {joins && <View className="volunteer-act__note">{words.joinAndClaimNote}</View>}
      <Button kind="next" busy={busy} onTap={take}>
        {joins ? words.joinAndClaim : words.claim}
      </Button>
    </Stack>
  )
}

function Release(props: ActProps) {
  const [asking, setAsking] = useState(false)
  const { busy, problem, giveUp } = useGiveUp(props)
  return (
    <>
      {problem && <Refusal problem={problem} />}
      <Confirm
        open={asking}
        question={words.releaseAsk}
        yes={words.release}
        no={words.keep}
        busy={busy}
        onYes={giveUp}
        onNo={() => setAsking(false)}
      >
        {words.releaseText}
      </Confirm>
      {!asking && (
        <Button kind="calm" onTap={() => setAsking(true)}>
          {words.release}
        </Button>
      )}
    </>
  )
}

const QUARTER = 15

function Complete(props: ActProps) {
  const whole = lengthMinutes(props.task)
  const [minutes, setMinutes] = useState(whole)
  const { busy, outcome, away, report } = useReport(props)
  if (away) return <Outcome of={outcome} named />
  return (
    <Stack>
      <Outcome of={outcome} />
      <Stepper
        label={words.minutes}
        value={minutes}
        min={QUARTER}
        max={whole}
        step={QUARTER}
        spoken={spokenMinutes}
        onChange={setMinutes}
      />
      <Button kind="next" busy={busy} onTap={() => report(minutes)}>
        {words.report(spokenMinutes(minutes))}
      </Button>
    </Stack>
  )
}
