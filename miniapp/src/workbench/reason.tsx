import { Choices, Confirm, Field } from '../ui'
import type { useReason } from './use-reason'
import { type Decision, reasons, words } from './words'

interface ReasonProps {
  decision: Decision
  of: ReturnType<typeof useReason>
  busy: boolean
  onSend: (reason: string) => void
  onKeep: () => void
}

/** Why something is sent back: three sentences to begin with, and the words that the resident will read. */
export function Reason({ decision, of: { field, take }, busy, onSend, onKeep }: ReasonProps) {
  const send = () => {
    const reason = take()
    if (reason !== undefined) onSend(reason)
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
        options={reasons[decision].map(sentence => ({ value: sentence, label: sentence }))}
        value={field.value}
        onChange={field.onChange}
      />
      <Field label={words.reason} lines={2} placeholder={words.reasonExample} {...field} />
    </Confirm>
  )
}
