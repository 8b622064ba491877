import { View } from '@tarojs/components'
import { addDays, type LocalDate } from '@yike/shared/kernel/time'
import { Button } from '../ui'
import './sheet.css'

interface DayTurnProps {
  on: LocalDate
  /** The day that the page begins with: one button leads back to it. */
  usual: LocalDate
  words: { before: string; after: string; usual: string }
  onChange: (on: LocalDate) => void
}

/** From day to day, and back to the usual one. */
export function DayTurn({ on, usual, words, onChange }: DayTurnProps) {
  return (
    <View className="workbench-sheet__turn">
      <Button compact kind="calm" onTap={() => onChange(addDays(on, -1))}>
        {words.before}
      </Button>
      <Button compact kind="calm" onTap={() => onChange(addDays(on, 1))}>
        {words.after}
      </Button>
      {on !== usual && (
        <Button compact kind="bare" onTap={() => onChange(usual)}>
          {words.usual}
        </Button>
      )}
    </View>
  )
}
