import { useState } from 'react'
import { Choices, Confirm, Field } from '../ui'
import { type CaseKind, reasons, words } from './words'

interface ReasonProps {
  kind: CaseKind
  busy: boolean
  onSend: (reason: string) => void
  onKeep: () => void
}

const SHORTEST = 2

/** Why something is sent back: three sentences to begin with, and the words that the resident will read. */
export function Reason({ kind, busy, onSend, onKeep }: ReasonProps) {
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const send = () => {
    const short = reason.trim().length < SHORTEST
    setMissing(short)
    if (!short) onSend(reason)
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
        maxLength={200}
        placeholder={words.reasonExample}
        error={missing ? words.reasonMissing : undefined}
        onChange={setReason}
      />
    </Confirm>
  )
}
