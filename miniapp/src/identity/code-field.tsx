import Taro from '@tarojs/taro'
import { Field } from '../ui'

/** Only there is a camera to scan with. */
export const onPhone = process.env.TARO_ENV === 'weapp'

/** Whoever looks away from the camera again stays where they were. */
export const scan = async (): Promise<string> =>
  (await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] }).catch(() => ({ result: '' }))).result

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
