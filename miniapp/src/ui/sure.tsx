import { View } from '@tarojs/components'
import type { Problem } from '@yike/shared/kernel/problem'
import { Answer, Question } from './answer'
import { Refusal } from './failure'

interface SureProps {
  question: string
  /** What it would mean. */
  text?: string | undefined
  yes: string
  no: string
  busy: boolean
  /** Why it was refused. */
  problem?: Problem | null
  onYes: () => void
  onNo: () => void
}

/** 长辈版 asks once more, in words, and nothing else stands on the page; the way back stands first. */
export const Sure = ({ question, text, yes, no, busy, problem, onYes, onNo }: SureProps) => (
  <>
    {problem && <Refusal problem={problem} />}
    <Question>{question}</Question>
    {text && <View className="yk-sure__text">{text}</View>}
    <Answer kind="next" icon="back" title={no} disabled={busy} onTap={onNo} />
    <Answer icon="cross" title={yes} busy={busy} onTap={onYes} />
  </>
)
