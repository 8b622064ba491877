import { View } from '@tarojs/components'
import { spokenOffering } from '@yike/shared/booking/rules/naming'
import type { CallOutcome } from '@yike/shared/booking/rules/reminder'
import type { Call } from '@yike/shared/booking/schema/reminder'
import { clockOf, localDate } from '@yike/shared/kernel/time'
import { useState } from 'react'
import { now, spokenDay, spokenHours, spokenList, spokenMoment } from '../platform/spoken'
import { Button, Confirm, Refusal, Tag } from '../ui'
import { TheirNumber } from './number'
import { useAcceptFor } from './use-caller'
import { useRecordCall } from './use-calls'
import { callWords as words } from './words'

interface CallLineProps {
  call: Call
  /** What they had booked has closed, or is open again; it is not of a day that is read above. */
  unsettled?: boolean
  /** With what was done, where it is on no list any more. */
  onChanged: (said?: string) => Promise<void>
}

/** Somebody to call: for what, on which number, and what came of it. */
export function CallLine({ call, unsettled = false, onChanged }: CallLineProps) {
  const { bookingId, version, forName, number, closed, outcome, tries } = call
  const [asking, setAsking] = useState(false)
  const recording = useRecordCall()
  const accepting = useAcceptFor()
  const record = async (as: CallOutcome) => {
    const done = await recording.send({ bookingId, version, outcome: as })
    setAsking(false)
    if (done) await onChanged()
    else if (recording.problem) await onChanged()
  }
  const accept = async () => {
    const done = await accepting.send({ bookingId })
    await onChanged(done ? words.accepted(forName) : undefined)
  }
  const problem = recording.problem ?? accepting.problem
  // The same buttons stand below every name.
  const named = (as: CallOutcome) => ({ compact: true, label: spokenList(words.record[as], forName) })
  const isDone = outcome === 'reached' || outcome === 'cancel'
  return (
    <View className="workbench-child workbench-child--call">
      <View className="workbench-child__head">
        <View className="workbench-child__name">{forName}</View>
        {outcome && (
          <Tag tone={outcome === 'reached' ? 'green' : outcome === 'cancel' ? 'quiet' : 'waiting'}>
            {spokenList(
              outcome === 'noAnswer' ? words.tries(tries) : words.outcomes[outcome],
              call.calledAt && words.calledAt(clockOf(call.calledAt)),
            )}
          </Tag>
        )}
      </View>
      {unsettled ? <Closed call={call} /> : <View>{spokenList(hoursOf(call), whatOf(call))}</View>}
      <View className="workbench-child__note">{number}</View>
      {problem && <Refusal problem={problem} />}
      {!isDone && !asking && (
        <View className="workbench-child__acts workbench-child__acts--call">
          {call.hasPhone ? (
            <TheirNumber bookingId={bookingId} of={forName} words={words} next />
          ) : (
            <View className="workbench-child__note">{words.noPhone}</View>
          )}
          {closed && (
            <Button
              compact
              label={spokenList(words.accept, forName)}
              kind="go"
              busy={accepting.busy}
              onTap={accept}
            >
              {words.accept}
            </Button>
          )}
          <Button {...named('reached')} kind="calm" busy={recording.busy} onTap={() => record('reached')}>
            {words.record.reached}
          </Button>
          <Button
            {...named('noAnswer')}
            kind="calm"
            disabled={recording.busy}
            onTap={() => record('noAnswer')}
          >
            {words.record.noAnswer}
          </Button>
          <Button {...named('cancel')} kind="bare" disabled={recording.busy} onTap={() => setAsking(true)}>
            {words.record.cancel}
          </Button>
        </View>
      )}
      <Confirm
        open={asking}
        question={words.cancelAsk(forName)}
        yes={words.cancelYes}
        no={words.keep}
        tone="danger"
        busy={recording.busy}
        onYes={() => record('cancel')}
        onNo={() => setAsking(false)}
      >
        <View className="workbench-child__note">{words.cancelText}</View>
      </Confirm>
    </View>
  )
}

type Booked = Pick<Call, 'placeName' | 'offeringName' | 'startAt' | 'endAt'>
const hoursOf = ({ startAt, endAt }: Booked): string => spokenHours(startAt, endAt)
const whatOf = ({ placeName, offeringName }: Booked): string => spokenList(placeName, offeringName)
const timeOf = (of: Booked): string => `${spokenDay(localDate(of.startAt), now())} ${hoursOf(of)}`

/** What they had and what they are to be asked about; or what they have after all. */
function Closed({ call }: { call: Call }) {
  const { closed = call, deadlineAt, holdsAfterAll } = call
  if (holdsAfterAll) return <View>{words.holds(timeOf(call), spokenOffering(call))}</View>
  return (
    <>
      <View>{words.closed(timeOf(closed), spokenOffering(closed))}</View>
      <View className="workbench-child__note">
        {call.closed
          ? spokenList(
              words.held(timeOf(call), spokenOffering(call)),
              deadlineAt && words.until(spokenMoment(deadlineAt, now())),
            )
          : words.nothing}
      </View>
    </>
  )
}
