import { View } from '@tarojs/components'
import { useState } from 'react'
import { focusOn } from '../platform/focus'
import { now, spokenMinutes } from '../platform/spoken'
import { useKeys } from '../platform/use-keys'
import type { Stale } from '../platform/use-stale'
import { Button, Notice, Refusal } from '../ui'
import { Stepper } from '../ui/stepper'
import './decide.css'
import { Reason } from './reason'
import { useDecide, type Verdict } from './use-workbench'
import { type Case, decisionOf, intentOf, viewOf, wholeMinutes } from './view'
import { words, yesWords } from './words'

interface DecideProps {
  shown: Case
  /** With the sentence that says what was done. */
  onDone: (sentence: string) => void
  stale: Stale
}

const BUTTONS = 'workbench-decide'
const YES = 'workbench-yes'
const QUARTER = 15

/**
 * The two decisions, by finger and by key: d asks for the reason to send it back; a makes ready to say yes, and only
 * a second a (or Enter on the button, where the focus is then) says it: one stray key decides nothing. Escape takes back.
 */
export function Decide({ shown, onDone, stale }: DecideProps) {
  const { about, closed } = viewOf(shown, now())
  const decision = decisionOf(shown)
  const [asking, setAsking] = useState(false)
  const [armed, setArmed] = useState(false)
  const [minutes, setMinutes] = useState(shown.kind === 'hours' ? (shown.of.minutes ?? 0) : 0)
  const deciding = useDecide(stale)

  const send = async (verdict: Verdict) => {
    const sent = await deciding.send({ shown, verdict })
    if (sent) onDone('yes' in verdict ? yesWords[decision].done(about) : words.sentBack(about))
    else setAsking(false)
    return sent !== null
  }
  const approve = () => {
    setArmed(false)
    send({ yes: true, minutes })
  }
  const arm = () => {
    setArmed(true)
    focusOn(YES)
  }
  const ask = () => {
    setArmed(false)
    setAsking(true)
  }
  const keep = () => {
    setArmed(false)
    setAsking(false)
    focusOn(BUTTONS)
  }
  const isOpen = !closed && !asking
  useKeys({
    ...(isOpen && { a: armed ? approve : arm, d: ask }),
    ...((asking || armed) && { Escape: keep }),
  })

  const yes = shown.kind === 'hours' ? words.confirmHours(spokenMinutes(minutes)) : yesWords[decision].act
  if (closed) return <View className="workbench-decide__closed">{closed}</View>
  return (
    <View id={BUTTONS}>
      {deciding.problem && <Refusal problem={deciding.problem} />}
      {asking ? (
        <Reason
          key={intentOf(shown)}
          decision={decision}
          of={intentOf(shown)}
          busy={deciding.busy}
          onSend={reason => send({ reason })}
          onKeep={keep}
        />
      ) : (
        <>
          {shown.kind === 'hours' && (
            <Stepper
              label={words.minutes}
              value={minutes}
              min={QUARTER}
              max={wholeMinutes(shown.of)}
              step={QUARTER}
              spoken={spokenMinutes}
              onChange={setMinutes}
            />
          )}
          <View className="workbench-decide__acts">
            <View id={YES}>
              <Button kind={armed ? 'next' : 'go'} busy={deciding.busy} onTap={approve}>
                {yes}
              </Button>
            </View>
            <Button kind="calm" disabled={deciding.busy} onTap={ask}>
              {words.sendBack}
            </Button>
          </View>
          {armed && <Notice tone="persimmon">{words.armed}</Notice>}
        </>
      )}
    </View>
  )
}
