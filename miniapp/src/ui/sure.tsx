import { View } from '@tarojs/components'
import { Answer, Question } from './answer'

interface SureProps {
  question: string
  /** What it would mean. */
  text?: string | undefined
  yes: string
  no: string
  busy: boolean
  onYes: () => void
  onNo: () => void
}

/** 长辈版 asks once more, in words, and nothing else stands on the page; the way back stands first. */
export const Sure = ({ question, text, yes, no, busy, onYes, onNo }: SureProps) => (
  <>
    <Question>{question}</Question>
    {text && <View className="yk-sure__text">{text}</View>}
    <Answer kind="next" icon="back" title={no} disabled={busy} onTap={onNo} />
    <Answer icon="cross" title={yes} busy={busy} onTap={onYes} />
  </>
)
