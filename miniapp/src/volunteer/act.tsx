import { View } from '@tarojs/components'
import type { Claim, Task } from '@yike/shared/volunteer/schema'
import { useState } from 'react'
import { open } from '../platform/route'
import { useMe } from '../platform/session'
import { now, spokenMinutes, spokenMoment } from '../platform/spoken'
import type { Stale } from '../platform/use-stale'
import './act.css'
import { Button, Confirm, Outcome, Refusal, Stack, Stepper } from '../ui'
import { useClaim, useComplete, useRegister, useRegistered, useRelease } from './use-volunteer'
import { lengthMinutes, stepOf, type Wait } from './view'
import { words } from './words'

interface ActProps {
  task: Task
  claim: Claim | undefined
  /** With the sentence that says what was done. */
  onDone: (sentence: string) => void
  /** Something else was refused: what the page shows may be the reason. */
  onRefused: () => void
  stale: Stale
}

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

function TakePlace({ task, onDone, onRefused, stale, joins }: ActProps & { joins: boolean }) {
  const claiming = useClaim(task.title, stale)
  const registering = useRegister()
  const { taskId, version, startAt } = task
  const take = async () => {
    if (joins && !(await registering.send({}))) return
    if (await claiming.send({ taskId, version })) onDone(words.claimed(spokenMoment(startAt, now())))
    else onRefused()
  }
  return (
    <Stack>
      <Outcome of={registering.problem ? registering : claiming} />
      {joins && <View className="volunteer-act__note">{words.joinAndClaimNote}</View>}
      <Button kind="next" busy={registering.busy || claiming.busy} onTap={take}>
        {joins ? words.joinAndClaim : words.claim}
      </Button>
    </Stack>
  )
}

function Release({ task: { taskId, version }, onDone, onRefused, stale }: ActProps) {
  const [asking, setAsking] = useState(false)
  const releasing = useRelease(stale)
  const release = async () => {
    if (await releasing.send({ taskId, version })) onDone(words.released)
    else onRefused()
  }
  return (
    <>
      {releasing.problem && <Refusal problem={releasing.problem} />}
      <Confirm
        open={asking}
        question={words.releaseAsk}
        yes={words.release}
        no={words.keep}
        busy={releasing.busy}
        onYes={release}
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

function Complete({ task, onDone, stale }: ActProps) {
  const whole = lengthMinutes(task)
  const [minutes, setMinutes] = useState(whole)
  const completing = useComplete(task.title, stale)
  const report = async () => {
    if (await completing.send({ taskId: task.taskId, version: task.version, minutes })) onDone(words.reported)
  }
  return (
    <Stack>
      <Outcome of={completing} />
      <Stepper
        label={words.minutes}
        value={minutes}
        min={QUARTER}
        max={whole}
        step={QUARTER}
        spoken={spokenMinutes}
        onChange={setMinutes}
      />
      <Button kind="next" busy={completing.busy} onTap={report}>
        {words.report(spokenMinutes(minutes))}
      </Button>
    </Stack>
  )
}
