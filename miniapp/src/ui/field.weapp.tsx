import { View } from '@tarojs/components'
import { textPx, useComfort } from '../platform/comfort'
import { aria } from './aria'
import './field.css'
import { useHints } from './hints'
import { Must } from './must'
import type { FieldProps } from './types'
import { noteOf } from './written'

// WeChat's keyboard of digits has no hyphen, which numbers of a fixed line are written with.
const types = { text: 'text', number: 'number', phone: 'text', search: 'text' } as const

/** Height of a line, as a multiple of its text. */
const LINE = 1.5

/** What van-field hands over: the text itself. */
interface Typed {
  detail: string
}

export function Field(given: FieldProps) {
  const props = useHints(given)
  const {
    label,
    value,
    onChange,
    placeholder,
    kind = 'text',
    lines = 1,
    required,
    disabled,
    first = false,
    onConfirm,
  } = props
  const { wrong, note } = noteOf(props)
  const linePx = Math.round(textPx(useComfort()) * LINE)
  return (
    <View className={`yk-field${wrong ? ' yk-field--wrong' : ''}`}>
      <View className="yk-field__label" {...aria({ hidden: true })}>
        {label}
        {required && <Must />}
      </View>
      <View className="yk-field__box" {...aria({ role: 'group', label, required, disabled })}>
        <van-field
          value={value}
          type={lines > 1 ? 'textarea' : types[kind]}
          placeholder={placeholder ?? ''}
          maxlength={-1}
          disabled={disabled}
          autosize={lines > 1 ? { minHeight: lines * linePx } : false}
          confirm-type={kind === 'search' ? 'search' : 'done'}
          focus={first}
          border={false}
          onInput={(event: Typed) => onChange(event.detail)}
          onConfirm={onConfirm}
        />
      </View>
      {note && (
        <View className="yk-field__hint" {...aria({ live: 'polite' })}>
          {note}
        </View>
      )}
      {wrong && (
        <View className="yk-field__wrong" {...aria({ role: 'alert', live: 'polite' })}>
          {wrong}
        </View>
      )}
    </View>
  )
}
