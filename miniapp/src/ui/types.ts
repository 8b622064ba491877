import type { Problem } from '@yike/shared/kernel/problem'
import type { CSSProperties, ReactNode } from 'react'
import type { IconName } from './icon-names'

export type { IconName } from './icon-names'

/** What a colour says: go · do this next · waits · trouble · nothing special. */
export type Tone = 'green' | 'persimmon' | 'waiting' | 'danger' | 'quiet'

export interface IconProps {
  name: IconName
  /** px; 24 unless told. */
  size?: number
  label?: string
}

/** Anything that can be pressed and is not a plain button. */
export interface TapProps {
  /** To move the focus to it, see `focusOn`. */
  id?: string
  /** What a screen reader says, where the visible words are not enough. */
  label?: string
  className?: string
  style?: CSSProperties
  role?: 'button' | 'tab' | 'radio' | 'checkbox' | 'link'
  /** For tab and radio. */
  selected?: boolean
  /** For buttons that open something. */
  expanded?: boolean
  disabled?: boolean
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
  maxLength?: number
  required?: boolean
  disabled?: boolean
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
  unit?: string
}

export interface ToggleProps {
  label: string
  on: boolean
  onChange: (on: boolean) => void
  hint?: string
}

export interface Choice {
  value: string
  label: string
  note?: string
  count?: number
  lead?: ReactNode
  disabled?: boolean
}

export interface ChoiceProps {
  /** What is being chosen. */
  label: string
  options: readonly Choice[]
  value: string | null
  onChange: (value: string) => void
}

export interface ChoicesProps extends ChoiceProps {
  /** Why the choice, or the lack of one, cannot stand. */
  error?: string | undefined
}

export interface PickProps {
  label: string
  options: readonly { value: string; label: string }[]
  value: string
  onChange: (value: string) => void
}

export interface DayCell {
  /** Local date, 2026-11-22. */
  on: string
  /** 今天, 周一 … */
  weekday: string
  /** Day of the month. */
  day: string
  /** Places left on the whole day; null where nothing is known. */
  free: number | null
  /** 国庆, 班 … */
  mark?: string
}

export interface DayStripProps {
  days: readonly DayCell[]
  value: string | null
  onChange: (on: string) => void
}

export interface SlotCell {
  id: string
  /** 09:00–10:00 */
  label: string
  left: number
  /** Why it cannot be chosen although places are left. */
  closed?: string
}

export interface SlotGridProps {
  /** 上午, 下午, 晚上. Empty groups are left out. */
  groups: readonly { title: string; slots: readonly SlotCell[] }[]
  value: string | null
  onChange: (id: string) => void
}

export interface RingProps {
  /** Minutes on foot, or minutes left; a full turn is `of`. */
  minutes: number
  of?: number
  /** px across. */
  size?: number
  tone?: Tone
  /** Stands inside the ring; the number belongs here or right beside it. */
  children?: ReactNode
  /** Given, the ring is read as a picture; else the words beside it speak. */
  label?: string
}

export interface CellProps {
  title: string
  note?: ReactNode
  lead?: ReactNode
  aside?: ReactNode
  /** Given, the whole line can be pressed. */
  onTap?: () => void
  label?: string
}

export interface NoticeProps {
  tone: Tone
  children: ReactNode
}

export interface ConfirmProps {
  open: boolean
  question: string
  /** In words what will happen: 取消预约. */
  yes: string
  /** 先不取消 */
  no: string
  onYes: () => void
  onNo: () => void
  tone?: 'green' | 'danger'
  busy?: boolean
  /** A reason to choose or to write. */
  children?: ReactNode
}

export interface EmptyProps {
  title: string
  text?: string
  icon?: IconName
  action?: { label: string; onTap: () => void }
}

export interface FailureProps {
  problem: Problem
  onRetry?: () => void
}

export interface TimelineStep {
  id: string
  /** 11月22日 9:30 */
  when: string
  what: string
  /** Who answers for it. */
  who?: string
  note?: string
  tone?: Tone
  /** The step that is happening now. */
  now?: boolean
}
