import { View } from '@tarojs/components'
import type { PlaceKind } from '@yike/shared/circle/schema'
import { words as circleWords } from '../circle/words'
import { Field, Icon } from '../ui'
import { aria } from '../ui/aria'
import './hours-field.css'
import { hoursPreview } from './view/place'
import { placeWords as words } from './words'

interface HoursFieldProps {
  value: string
  /** Of a place, where too few hours are worth a word. */
  kind?: PlaceKind
  error?: string | undefined
  onChange: (typed: string) => void
}

/** Hours as one says them, and below what was understood, before anything is saved. */
export function HoursField({ value, kind, error, onChange }: HoursFieldProps) {
  const preview = hoursPreview(value, kind)
  const advice = preview && 'advice' in preview ? preview.advice : undefined
  return (
    <View className="workbench-hours">
      <Field
        label={words.field.hours}
        value={value}
        placeholder={words.hoursExample}
        hint={kind ? words.hoursHint : words.hoursMust}
        lines={2}
        maxLength={500}
        error={advice ?? error}
        onChange={onChange}
      />
      {preview && 'lines' in preview && (
        <View className="workbench-hours__read" {...aria({ role: 'status', live: 'polite' })}>
          <View className="workbench-hours__title">
            <Icon name="check" size={18} />
            {words.understood}
          </View>
          {preview.lines.map(line => (
            <View key={line}>{circleWords.hourLine(line)}</View>
          ))}
          {preview.short && <View className="workbench-hours__short">{preview.short}</View>}
        </View>
      )}
    </View>
  )
}
