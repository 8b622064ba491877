import { View } from '@tarojs/components'
import { CODE_LENGTH, plainCode, spokenCode } from '@yike/shared/identity/rules'
import type { Problem } from '@yike/shared/kernel/problem'
import { useState } from 'react'
import { Answer, Question, Refusal } from '../../ui'
import { aria } from '../../ui/aria'
import { CodeField } from '../code-field'
import { askWords } from '../words/elder'
import './elder.css'

/** A code to be read out, four signs to a line. */
export const ReadOut = ({ code }: { code: string }) => (
  <View className="identity-code">
    {spokenCode(code)
      .split('-')
      .map(part => (
        <View key={part} className="identity-code__part">
          {part}
        </View>
      ))}
  </View>
)

interface AskCodeProps {
  /** Whose code it is, and what comes of it. */
  words: Readonly<
    Record<'codeHow' | 'scan' | 'read' | 'code' | 'codeExample' | 'codeHint' | 'codeWrong', string>
  >
  typed: string
  /** It was sent, and is no code. */
  wrong: boolean
  busy: boolean
  problem: Problem | null
  /** Absent where there is no camera to scan with. */
  onScan?: (() => void) | undefined
  onType: (typed: string) => void
  onRead: () => void
}

const howFar = (missing: number): string => {
  if (missing > 0) return askWords.codeMissing(missing)
  return missing === 0 ? askWords.codeWhole : askWords.codeTooLong(-missing)
}

/** 长辈版: a code that one was told is scanned, or written on a page of its own that says how much is missing. */
export function AskCode({ words, typed, wrong, busy, problem, onScan, onType, onRead }: AskCodeProps) {
  const [isByHand, setIsByHand] = useState(!onScan)
  const plain = plainCode(typed)
  if (onScan && !isByHand)
    return (
      <>
        <Question>{words.codeHow}</Question>
        {problem && <Refusal problem={problem} />}
        <Answer kind="next" icon="search" title={words.scan} busy={busy} onTap={onScan} />
        <Answer icon="plus" title={askWords.codeByHand} onTap={() => setIsByHand(true)} />
      </>
    )
  return (
    <>
      <Question>{askWords.codeType}</Question>
      <CodeField words={words} typed={typed} wrong={wrong} onType={onType} onRead={onRead} />
      <View className="identity-code__typed" {...aria({ role: 'status', live: 'polite' })}>
        {plain && `${spokenCode(plain)} · ${howFar(CODE_LENGTH - plain.length)}`}
      </View>
      {problem && <Refusal problem={problem} />}
      <Answer kind="next" icon="check" title={words.read} busy={busy} onTap={onRead} />
    </>
  )
}
