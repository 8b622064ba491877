import { View } from '@tarojs/components'
import { Button, Field } from '../ui'
import { aria } from '../ui/aria'
import './special-days.css'
import type { SpecialDraft } from './view/place'
import { placeWords as words } from './words'

interface SpecialDaysProps {
  days: readonly SpecialDraft[]
  error?: string | undefined
  onChange: (days: readonly SpecialDraft[]) => void
}

const MOST = 20
const DATE_LENGTH = 10

/** Dates on which something else holds: repairs, a holiday of one's own, a long evening. */
export function SpecialDays({ days, error, onChange }: SpecialDaysProps) {
  const write = (index: number, part: Partial<SpecialDraft>) =>
    onChange(days.map((one, i) => (i === index ? { ...one, ...part } : one)))
  return (
    <View {...aria({ role: 'group', label: words.special })}>
      {days.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own while they are being written
        <View key={index} className="workbench-special">
          <Field
            label={words.specialFrom}
            value={one.from}
            placeholder={words.dateExample}
            maxLength={DATE_LENGTH}
            onChange={from => write(index, { from })}
          />
          <Field
            label={words.specialTo}
            value={one.to}
            placeholder={words.dateExample}
            maxLength={DATE_LENGTH}
            onChange={to => write(index, { to })}
          />
          <Field
            label={words.specialHours}
            value={one.hours}
            placeholder={words.specialHoursExample}
            maxLength={100}
            onChange={hours => write(index, { hours })}
          />
          <Field
            label={words.specialNote}
            value={one.note}
            placeholder={words.specialNoteExample}
            maxLength={40}
            onChange={note => write(index, { note })}
          />
          <Button compact kind="bare" onTap={() => onChange(days.filter((_, i) => i !== index))}>
            {words.specialRemove}
          </Button>
        </View>
      ))}
      {error && (
        <View className="workbench-special__wrong" {...aria({ role: 'alert', live: 'polite' })}>
          {error}
        </View>
      )}
      {days.length < MOST && (
        <Button
          compact
          kind="calm"
          onTap={() => onChange([...days, { from: '', to: '', hours: '', note: '' }])}
        >
          {words.specialAdd}
        </Button>
      )}
    </View>
  )
}
