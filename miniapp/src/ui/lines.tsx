import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from './aria'
import { grown, square } from './grown'
import { Icon } from './icon'
import './lines.css'
import { Must } from './must'
import { Tap } from './tap'
import type { CellProps, Tone } from './types'

/** A part of a page under its own heading. */
export function Section({
  title,
  aside,
  required,
  children,
}: {
  title: string
  aside?: ReactNode
  /** What the part asks for has to be given. */
  required?: boolean
  children: ReactNode
}) {
  return (
    <View className="yk-section">
      <View className="yk-section__head">
        <View className="yk-section__title" {...aria({ role: 'heading', level: 2 })}>
          {title}
          {required && <Must />}
        </View>
        {aside && <View className="yk-section__aside">{aside}</View>}
      </View>
      {children}
    </View>
  )
}

/** A raised sheet of paper; use it for the one thing that matters on a page, not for every row. */
export function Card({ children }: { children: ReactNode }) {
  return <View className="yk-card">{children}</View>
}

/** Things side by side, wrapping where the line ends. */
export function Row({ children }: { children: ReactNode }) {
  return <View className="yk-row">{children}</View>
}

/** Things one below the other with air between: controls of a form, buttons. */
export function Stack({ children }: { children: ReactNode }) {
  return <View className="yk-stack">{children}</View>
}

/** One line of a list. */
export function Cell({ title, note, lead, aside, onTap, label, selected, lang }: CellProps) {
  const line = (
    <>
      {lead && <View className="yk-cell__lead">{lead}</View>}
      <View className="yk-cell__words">
        <View className="yk-cell__title">{title}</View>
        {note && <View className="yk-cell__note">{note}</View>}
      </View>
      {aside && <View className="yk-cell__aside">{aside}</View>}
    </>
  )
  if (!onTap) return <View className="yk-cell">{line}</View>
  return (
    <Tap
      className="yk-cell"
      role={selected === undefined ? 'button' : 'menuitemradio'}
      selected={selected}
      label={label}
      lang={lang}
      onTap={onTap}
    >
      {line}
      {selected === undefined && (
        <View className="yk-cell__go">
          <Icon name="forward" size={18} />
        </View>
      )}
    </Tap>
  )
}

export function Tag({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <View className={`yk-tag yk-tag--${tone}`}>{children}</View>
}

const tints = ['', ' yk-face--warm', ' yk-face--sun']

/** A person as the last character of the name on a tint of their own; the name stands beside it. */
export function Face({ name, size = 44 }: { name: string; size?: number }) {
  const tint = tints[(name.codePointAt(0) ?? 0) % tints.length]
  return (
    <View
      className={`yk-face${tint}`}
      style={{ ...square(size), fontSize: grown(Math.round(size * 0.42)) }}
      {...aria({ hidden: true })}
    >
      {[...name].at(-1)}
    </View>
  )
}
