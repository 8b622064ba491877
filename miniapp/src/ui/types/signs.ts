/** What says something: colours, icons, lines, states. */
import type { Problem } from '@yike/shared/kernel/problem'
import type { ReactNode } from 'react'
import type { IconName } from '../icon-names'

/** What a colour says: go · do this next · waits · trouble · nothing special. */
export type Tone = 'green' | 'persimmon' | 'waiting' | 'danger' | 'quiet'

export interface IconProps {
  name: IconName
  /** px; 24 unless told. */
  size?: number
  label?: string
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
  /** One of a menu of which one is on: whether this is. */
  selected?: boolean
  /** See `TapProps`. */
  lang?: string
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
  onRetry?: (() => void) | undefined
  /** Puts what is advised into the form; absent: there is none. */
  onFill?: ((fields: Readonly<Record<string, string>>) => void) | undefined
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
