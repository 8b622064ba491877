import { Field } from '../ui'

interface CodeFieldProps {
  words: Readonly<Record<'code' | 'codeExample' | 'codeHint' | 'codeWrong', string>>
  typed: string
  /** It was sent, and is no code. */
  wrong: boolean
  onType: (typed: string) => void
  onRead: () => void
}

/** A code that somebody was told: longer than it is, for the spaces and hyphens in which it is read out. */
export const CodeField = ({ words, typed, wrong, onType, onRead }: CodeFieldProps) => (
  <Field
    label={words.code}
    placeholder={words.codeExample}
    hint={words.codeHint}
    value={typed}
    required
    first
    maxLength={20}
    error={wrong ? words.codeWrong : ''}
    onChange={onType}
    onConfirm={onRead}
  />
)
