import { useState } from 'react'
import { useChecked } from '../platform/use-checked'
import { Choices, Confirm, Field, lengthOf } from '../ui'
import { type CaseKind, reasons, words } from './words'

interface ReasonProps {
  kind: CaseKind
  busy: boolean
  onSend: (reason: string) => void
  onKeep: () => void
}

const SHORTEST = 2
const LONGEST = 200

/** Why something is sent back: three sentences to begin with, and the words that the resident will read. */
export function Reason({ kind, busy, onSend, onKeep }: ReasonProps) {
  const [reason, setReason] = useState('')
  const length = lengthOf(reason)
  const read = length < SHORTEST ? { wrong: { reason: words.reasonMissing } } : { reason }
  const { wrong, tried } = useChecked(read)
  const send = () => {
    tried()
    if ('reason' in read && length <= LONGEST) onSend(reason)
  }
  return (
    <Confirm
      open
      question={words.sendBackAsk}
      yes={words.doSendBack}
      no={words.keep}
      busy={busy}
      onYes={send}
      onNo={onKeep}
    >
      <Choices
        label={words.reason}
        options={reasons[kind].map(sentence => ({ value: sentence, label: sentence }))}
        value={reason}
        onChange={setReason}
      />
      <Field
        label={words.reason}
        value={reason}
        lines={2}
        maxLength={LONGEST}
        required
        placeholder={words.reasonExample}
        error={wrong.reason}
        onChange={setReason}
      />
    </Confirm>
  )
}
