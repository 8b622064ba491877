import { View } from '@tarojs/components'
import type { CallOutcome } from '@yike/shared/booking/rules/reminder'
import type { Call } from '@yike/shared/booking/schema/reminder'
import { clockOf, localDate } from '@yike/shared/kernel/time'
import { useState } from 'react'
import { now, spokenDay, spokenHours, spokenList } from '../platform/spoken'
import { Button, Confirm, Refusal, Tag } from '../ui'
import { TheirNumber } from './number'
import { useRecordCall } from './use-calls'
import { callWords as words } from './words'

interface CallLineProps {
  call: Call
  /** It is not of a day that is read above. */
  dated?: boolean
  onChanged: () => Promise<void>
}

/** Somebody to call: for what, on which number, and what came of it. */
export function CallLine({ call, dated = false, onChanged }: CallLineProps) {
  const { bookingId, version, forName, number, placeName, offeringName, startAt, endAt, outcome, tries } =
    call
  const [asking, setAsking] = useState(false)
  const recording = useRecordCall()
  const record = async (as: CallOutcome) => {
    const done = await recording.send({ bookingId, version, outcome: as })
    setAsking(false)
    if (done) await onChanged()
    else if (recording.problem) await onChanged()
  }
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
      <View>
        {spokenList(
          dated && spokenDay(localDate(startAt), now()),
          spokenHours(startAt, endAt),
          placeName,
          offeringName,
        )}
      </View>
      <View className="workbench-child__note">{number}</View>
      {recording.problem && <Refusal problem={recording.problem} />}
      {!isDone && !asking && (
        <View className="workbench-child__acts workbench-child__acts--call">
          {call.hasPhone ? (
            <TheirNumber bookingId={bookingId} of={forName} words={words} next />
          ) : (
            <View className="workbench-child__note">{words.noPhone}</View>
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
