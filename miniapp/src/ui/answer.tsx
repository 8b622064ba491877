import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { changeScene } from '../platform/finger'
import './answer.css'
import { useHead } from './head'
import { Icon } from './icon'
import { Tap } from './tap'
import type { AnswerProps } from './types'

/** One question, at the head of a page that asks nothing else. */
export function Question({ children }: { children: string }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question brings other answers.
  useEffect(changeScene, [children])
  return (
    <View className="yk-question" {...useHead()}>
      {children}
    </View>
  )
}

/** What is so, a sentence to a line; what is empty is left out. */
export const Facts = ({ children }: { children: readonly (string | false | null | undefined)[] }) => (
  <View className="yk-facts">
    {children.filter(Boolean).map(fact => (
      <View key={String(fact)} className="yk-facts__one">
        {fact}
      </View>
    ))}
  </View>
)

/** One of a few answers, as large as a hand: 长辈版 asks with these. */
export function Answer({ title, label, note, icon, kind = 'plain', busy, disabled, onTap }: AnswerProps) {
  return (
    <Tap
      className={`yk-answer yk-answer--${kind}`}
      {...(label && { label })}
      disabled={disabled || busy}
      onTap={onTap}
    >
      {icon && (
        <View className="yk-answer__icon">
          <Icon name={icon} size={34} />
        </View>
      )}
      <View className="yk-answer__words">
        <View className="yk-answer__title">{busy ? `${title} …` : title}</View>
        {note && <View className="yk-answer__note">{note}</View>}
      </View>
      {kind === 'row' && <Icon name="forward" size={20} />}
    </Tap>
  )
}
