import type { CSSProperties, ReactNode } from 'react'
import type { IconName } from '../icon-names'

/** Anything that can be pressed and is not a plain button. */
export interface TapProps {
  /** To move the focus to it, see `focusOn`. */
  id?: string
  /** What a screen reader says, where the visible words are not enough. */
  label?: string
  className?: string
  style?: CSSProperties
  role?: 'button' | 'tab' | 'radio' | 'menuitemradio' | 'checkbox' | 'switch' | 'link'
  /** On: for every role but button and link. */
  selected?: boolean
  /** For buttons that open something. */
  expanded?: boolean
  /** For links: this is where one is. Only in a browser. */
  current?: 'page' | 'true' | undefined
  disabled?: boolean
  /** It does nothing now, and keeps the focus: a step at its end. */
  idle?: boolean
  /** Where its words are of another language than the page. WeChat knows no such thing. */
  lang?: string | undefined
  onTap: () => void
  children: ReactNode
}

export interface ButtonProps {
  /** Says in words what will happen. */
  children: string
  onTap: () => void
  /** `next`: the one thing to do now (persimmon) · `go`: green · `calm`: outlined · `bare`: words only. */
  kind?: 'next' | 'go' | 'calm' | 'bare' | 'danger'
  busy?: boolean
  disabled?: boolean
  /** As wide as its words instead of the whole line. */
  compact?: boolean
  label?: string
}

export interface AnswerProps {
  title: string
  /** What a screen reader says, where several answers have the same title. */
  label?: string
  note?: string | undefined
  icon?: IconName
  /** `next`: the one that most people want · `row`: a way to something else, one of several. */
  kind?: 'plain' | 'next' | 'row'
  busy?: boolean | undefined
  disabled?: boolean
  onTap: () => void
}

export interface FieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  placeholder?: string
  hint?: string
  /** What is wrong with the value, in words. */
  error?: string
  kind?: 'text' | 'number' | 'phone' | 'search'
  /** More than one makes a text area. */
  lines?: number
  /** Characters at most. Nothing is cut: who writes more is told how much to take out. */
  maxLength?: number
  required?: boolean
  disabled?: boolean
  /** The first thing that is written on a page: a finger has the keyboard at once. */
  first?: boolean
  onConfirm?: () => void
}

export interface SheetProps {
  open: boolean
  title: string
  onClose: () => void
  children: ReactNode
}

export interface StepperProps {
  label: string
  value: number
  onChange: (value: number) => void
  min?: number
  max?: number
  step?: number
  /** The number in words: 2 小时, 3 人. */
  spoken?: (value: number) => string
}

export interface ToggleProps {
  label: string
  on: boolean
  onChange: (on: boolean) => void
  hint?: string
}
