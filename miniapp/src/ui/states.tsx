import { View } from '@tarojs/components'
import { useEffect, useId } from 'react'
import { useComfort } from '../platform/comfort'
import { changeScene } from '../platform/finger'
import { focusOn } from '../platform/focus'
import { aria } from './aria'
import { Button } from './button'
import { Icon } from './icon'
import { QuarterRing } from './quarter-ring'
import './states.css'
import type { ConfirmProps, EmptyProps, NoticeProps } from './types'
import { controlWords as words } from './words'

/** Says in the page what just happened; screen readers hear it. Nothing pops up and nothing runs away. */
export function Notice({ tone, children }: NoticeProps) {
  const urgent = tone === 'danger'
  return (
    <View
      className={`yk-notice yk-notice--${tone}`}
      {...aria({ role: urgent ? 'alert' : 'status', live: urgent ? 'assertive' : 'polite' })}
    >
      {children}
    </View>
  )
}

/** The shape of what is coming. */
export function Skeleton({ lines = 4, face = true }: { lines?: number; face?: boolean }) {
  return (
    <View className="yk-bones" {...aria({ role: 'status', label: words.loading, busy: true })}>
      {Array.from({ length: lines }, (_, line) => `line ${line}`).map(line => (
        <View key={line} className="yk-bones__line">
          {face && <View className="yk-bones__face" />}
          <View className="yk-bones__words">
            <View className="yk-bones__word" />
            <View className="yk-bones__word yk-bones__word--long" />
          </View>
        </View>
      ))}
    </View>
  )
}

/** Nothing here yet: says why that is fine and what can be done. */
export function Empty({ title, text, icon, action }: EmptyProps) {
  const { elder } = useComfort()
  return (
    <View className="yk-empty">
      <View className="yk-empty__sign">
        <QuarterRing minutes={15} of={60} size={72}>
          {icon && <Icon name={icon} size={28} />}
        </QuarterRing>
      </View>
      <View className="yk-empty__title">{title}</View>
      {text && <View className="yk-empty__text">{text}</View>}
      {action && (
        <Button compact={!elder} kind="calm" onTap={action.onTap}>
          {action.label}
        </Button>
      )}
    </View>
  )
}

/** Asks once more inside the page, where the button was; the focus moves into the question. */
export function Confirm({
  open,
  question,
  yes,
  no,
  onYes,
  onNo,
  tone = 'danger',
  busy,
  children,
}: ConfirmProps) {
  const id = useId()
  useEffect(() => {
    if (!open) return
    changeScene()
    focusOn(id)
    return changeScene
  }, [open, id])
  if (!open) return null
  return (
    <View id={id} className="yk-confirm" {...aria({ role: 'alertdialog', label: question, live: 'polite' })}>
      <View className="yk-confirm__question">{question}</View>
      {children}
      <View className="yk-confirm__acts">
        <Button kind="calm" onTap={onNo} disabled={busy}>
          {no}
        </Button>
        <Button kind={tone === 'danger' ? 'danger' : 'go'} onTap={onYes} busy={busy}>
          {yes}
        </Button>
      </View>
    </View>
  )
}
