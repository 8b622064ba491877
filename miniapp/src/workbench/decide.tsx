import { View } from '@tarojs/components'
import { useState } from 'react'
import { bringIntoSight, focusOn } from '../platform/focus'
import { now, spokenList, spokenMinutes } from '../platform/spoken'
import { useKeys } from '../platform/use-keys'
import type { Stale } from '../platform/use-stale'
import { Button, Notice, Refusal, Toggle } from '../ui'
import { Stepper } from '../ui/stepper'
import { WRITTEN } from './case-sheet'
import './decide.css'
import { Reason } from './reason'
import { useReason } from './use-reason'
import { useAnswerSeries, useDecide, type Verdict } from './use-workbench'
import { type Case, decisionOf, intentOf, viewOf, wholeMinutes } from './view'
import { seriesCaseWords as seriesWords, words, yesWords } from './words'

interface DecideProps {
  shown: Case
  /** With the sentence that says what was done. */
  onDone: (sentence: string) => void
  /** Its reader may have gone on, and does not see why. */
  onRefused?: (sentence: string) => void
  stale: Stale
  /** Whether its reader has met the case: no key decides one that came up by itself. */
  byKey?: boolean
}

const BUTTONS = 'workbench-decide'
const YES = 'workbench-yes'
const QUARTER = 15

/**
 * The two decisions, by finger and by key: d asks for the reason to send it back; a makes ready to say yes, and only
 * a second a (or Enter on the button, where the focus is then) says it: one stray key decides nothing. Escape takes back.
 */
export function Decide({ shown, onDone, onRefused, stale, byKey = true }: DecideProps) {
  const { about, closed } = viewOf(shown, now())
  const decision = decisionOf(shown)
  const [asking, setAsking] = useState(false)
  const [armed, setArmed] = useState(false)
  const [minutes, setMinutes] = useState(shown.kind === 'hours' ? (shown.of.minutes ?? 0) : 0)
  const reason = useReason(intentOf(shown))
  const deciding = useDecide(stale)
  const answering = useAnswerSeries(stale)
  const series = shown.kind === 'booking' && decision === 'booking' ? shown.of.series : undefined
  const [isTogether, setTogether] = useState(true)
  const busy = deciding.busy || answering.busy

  const refused = () => {
    setAsking(false)
    onRefused?.(words.notDone(about))
  }
  /** Those of a series that wait, in one answer; what could not be is told. */
  const sendAll = async (seriesId: string, verdict: Verdict) => {
    const why = 'reason' in verdict ? verdict.reason : undefined
    const sent = await answering.send({ seriesId, reason: why })
    if (!sent) return refused()
    reason.forget()
    const times = sent.bookings.length - sent.left.length
    const said = why === undefined ? seriesWords.approved(about, times) : seriesWords.declined(about, times)
    onDone(spokenList(said, sent.left.length > 0 && seriesWords.left(sent.left.length)))
  }
  const send = async (verdict: Verdict) => {
    if (series && isTogether) return sendAll(series.seriesId, verdict)
    const sent = await deciding.send({ shown, verdict })
    if (!sent) return refused()
    // Also what was begun and not sent: it is decided.
    reason.forget()
    onDone('yes' in verdict ? yesWords[decision].done(about) : words.sentBack(about))
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
    bringIntoSight(WRITTEN)
  }
  const keep = () => {
    setArmed(false)
    setAsking(false)
    focusOn(BUTTONS)
  }
  const isOpen = !closed && !asking
  useKeys({
    ...(isOpen && byKey && { a: armed ? approve : arm, d: ask }),
    ...((asking || armed) && { Escape: keep }),
  })

  const yes = shown.kind === 'hours' ? words.confirmHours(spokenMinutes(minutes)) : yesWords[decision].act
  if (closed) return <View className="workbench-decide__closed">{closed}</View>
  return (
    <View id={BUTTONS}>
      {deciding.problem && <Refusal problem={deciding.problem} />}
      {answering.problem && <Refusal problem={answering.problem} />}
      {series && (
        <Toggle
          label={seriesWords.together(series.of)}
          hint={seriesWords.hint}
          on={isTogether}
          onChange={setTogether}
        />
      )}
      {asking ? (
        <Reason
          key={intentOf(shown)}
          decision={decision}
          of={reason}
          busy={busy}
          onSend={said => send({ reason: said })}
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
              <Button kind={armed ? 'next' : 'go'} busy={busy} onTap={approve}>
                {yes}
              </Button>
            </View>
            <Button kind="calm" disabled={busy} onTap={ask}>
              {words.sendBack}
            </Button>
          </View>
          {armed && <Notice tone="persimmon">{words.armed}</Notice>}
        </>
      )}
    </View>
  )
}
