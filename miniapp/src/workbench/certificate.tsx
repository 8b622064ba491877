import { View } from '@tarojs/components'
import type { Booking } from '@yike/shared/booking/schema'
import { useState } from 'react'
import { Button, Choices, Confirm, Notice, Refusal } from '../ui'
import { useRecordCertificate } from './use-caller'
import { callerWords as words } from './words'

/** What staff note of somebody who has shown their certificate: they come first where an offering says so. */
export function Certificate({ booking: { bookingId, forName } }: { booking: Booking }) {
  const [asking, setAsking] = useState(false)
  const [has, setHas] = useState<string>('yes')
  const [said, setSaid] = useState('')
  const recording = useRecordCertificate()
  const record = async () => {
    const done = await recording.send({ bookingId, has: has === 'yes', agreed: true })
    setAsking(false)
    if (done) setSaid(done.has ? words.certificateNoted(forName) : words.certificateOut(forName))
  }
  return (
    <>
      {said && <Notice tone="green">{said}</Notice>}
      {recording.problem && <Refusal problem={recording.problem} />}
      {!asking && (
        <Button kind="bare" onTap={() => setAsking(true)}>
          {words.certificate}
        </Button>
      )}
      <Confirm
        open={asking}
        question={words.certificateAsk(forName)}
        yes={words.certificateYes}
        no={words.keep}
        busy={recording.busy}
        onYes={record}
        onNo={() => setAsking(false)}
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
        </View>
      </Confirm>
    </>
  )
}
