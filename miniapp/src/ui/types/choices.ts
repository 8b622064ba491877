import type { ReactNode } from 'react'

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
  required?: boolean
  /** Nothing above the choices says yet what is chosen. */
  named?: boolean
}

/** Radios, tabs or lines of a menu, of which one is on; or ways to other pages. */
export interface GroupProps {
  /** Absent: plain buttons, as the same lines are on a phone. */
  role?: 'radiogroup' | 'tablist' | 'menu' | 'group'
  label?: string
  required?: boolean | undefined
  className?: string
  children: ReactNode
}

export interface PickProps {
  label: string
  options: readonly { value: string; label: string }[]
  value: string
  onChange: (value: string) => void
  /** Why the choice cannot stand. */
  error?: string | undefined
}

export interface DayCell {
  /** Local date, 2026-11-22. */
  on: string
  /** 今天, 周一 … */
  weekday: string
  /** Day of the month; where one begins also which: 12/1. */
  day: string
  /** How many times of the day can be booked; null where nothing is known. */
  free: number | null
  /** 国庆, 班 … */
  mark?: string
}

export interface DayStripProps {
  days: readonly DayCell[]
  value: string | null
  /** Where there are later days: what brings them. */
  next?: { readonly more: (() => void) | undefined; readonly busy: boolean }
  onChange: (on: string) => void
}

export interface DayRowProps {
  label: string
  /** The id of the day that is to be in sight; empty: none. */
  bring: string
  children: ReactNode
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
  /** Absent: each slot is a way to a page of its own, and none is on. */
  value?: string | null
  onChange: (id: string) => void
}
