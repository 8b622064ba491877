import { View } from '@tarojs/components'
import type { Booking } from '@yike/shared/booking/schema'
import type { Certificate as Shown } from '@yike/shared/booking/schema/caller'
import { useState } from 'react'
import { useChecked } from '../platform/use-checked'
import { Button, Choices, Confirm, Field, Notice, Refusal } from '../ui'
import { useCertificate, useRecordCertificate } from './use-caller'
import { isDate, spokenCertificate } from './view/certificate'
import { callerWords as words } from './words'

/** What staff note of somebody who has shown their certificate: they come first where an offering says so, to its last day. */
export function Certificate({ booking: { bookingId, forName } }: { booking: Booking }) {
  const [shown, setShown] = useState<Shown | null>(null)
  const [asking, setAsking] = useState(false)
  const looking = useCertificate()
  // It is looked at when somebody asks for it: each look is noted.
  const look = async () => {
    const found = await looking.send({ bookingId })
    if (!found) return
    setShown(found)
    setAsking(true)
  }
  return (
    <>
      {shown && <Notice tone={shown.has ? 'green' : 'quiet'}>{spokenCertificate(shown)}</Notice>}
      {looking.problem && <Refusal problem={looking.problem} />}
      {!asking && (
        <Button kind="bare" busy={looking.busy} onTap={look}>
          {words.certificate}
        </Button>
      )}
      {asking && shown && (
        <Ask
          bookingId={bookingId}
          forName={forName}
          before={shown}
          onDone={setShown}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}

interface AskProps {
  bookingId: string
  forName: string
  before: Shown
  onDone: (after: Shown) => void
  onClose: () => void
}

function Ask({ bookingId, forName, before, onDone, onClose }: AskProps) {
  const [has, setHas] = useState<string>('yes')
  const [untilOn, setUntilOn] = useState(before.untilOn ?? '')
  const recording = useRecordCertificate()
  const isRight = has === 'no' || isDate(untilOn)
  const { wrong, tried } = useChecked<'untilOn', object>(
    isRight ? {} : { wrong: { untilOn: words.certificateMust } },
  )
  const record = async () => {
    tried()
    if (!isRight) return
    const held = has === 'yes' ? { has: true, untilOn: untilOn.trim() } : { has: false }
    const done = await recording.send({ bookingId, agreed: true, ...held })
    if (!done) return
    onDone(done)
    onClose()
  }
  return (
    <Confirm
      open
      question={words.certificateAsk(forName)}
      yes={words.certificateYes}
      no={words.certificateLater}
      busy={recording.busy}
      onYes={record}
      onNo={onClose}
    >
      <View>
        <View className="workbench-place__note">{words.certificateText}</View>
        <Choices
          label={words.certificate}
          options={[
            { value: 'yes', label: words.certificateHas },
            { value: 'no', label: words.certificateHasNot },
          ]}
          value={has}
          onChange={setHas}
        />
        {has === 'yes' && (
          <Field
            label={words.certificateUntil}
            placeholder={words.certificateExample}
            maxLength={10}
            value={untilOn}
            error={wrong.untilOn ?? ''}
            required
            onChange={setUntilOn}
          />
        )}
        {recording.problem && <Refusal problem={recording.problem} />}
      </View>
    </Confirm>
  )
}
