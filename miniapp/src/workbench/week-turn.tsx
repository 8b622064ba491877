import { View } from '@tarojs/components'
import { addDays, type LocalDate } from '@yike/shared/kernel/time'
import type { ReactNode } from 'react'
import { Button } from '../ui'
import './sheet.css'
import { mondayOf } from './view/sheet'

interface WeekTurnProps {
  on: LocalDate
  today: LocalDate
  words: { before: string; after: string; thisWeek: string }
  onChange: (on: LocalDate) => void
  /** Stands at the other end of the line. */
  children?: ReactNode
}

/** From week to week, and back to this one. */
export function WeekTurn({ on, today, words, onChange, children }: WeekTurnProps) {
  return (
    <View className="workbench-sheet__turn">
      <Button compact kind="calm" onTap={() => onChange(addDays(on, -7))}>
        {words.before}
      </Button>
      <Button compact kind="calm" onTap={() => onChange(addDays(on, 7))}>
        {words.after}
      </Button>
      {mondayOf(on) !== mondayOf(today) && (
        <Button compact kind="bare" onTap={() => onChange(today)}>
          {words.thisWeek}
        </Button>
      )}
      {children && <View className="workbench-sheet__beside">{children}</View>}
    </View>
  )
}
