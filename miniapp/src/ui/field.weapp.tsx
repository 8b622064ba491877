import { View } from '@tarojs/components'
import { aria } from './aria'
import './field.css'
import type { FieldProps } from './types'

const types = { text: 'text', number: 'number', phone: 'number', search: 'text' } as const

/** What van-field hands over: the text itself. */
interface Typed {
  detail: string
}

export function Field({
  label,
  value,
  onChange,
  placeholder,
  hint,
  error,
  kind = 'text',
  lines = 1,
  maxLength = -1,
  required,
  disabled,
  onConfirm,
}: FieldProps) {
  return (
    <View className={`yk-field${error ? ' yk-field--wrong' : ''}`}>
      <View className="yk-field__label" {...aria({ hidden: true })}>
        {label}
        {required && (
          <View className="yk-field__must" style={{ display: 'inline' }}>
            必填
          </View>
        )}
      </View>
      <View
        className="yk-field__box"
        {...aria({ role: 'group', label: required ? `${label}，必填` : label, disabled })}
      >
        <van-field
          value={value}
          type={lines > 1 ? 'textarea' : types[kind]}
          placeholder={placeholder ?? ''}
          maxlength={maxLength}
          disabled={disabled}
          autosize={lines > 1 ? { minHeight: lines * 26 } : false}
          confirm-type={kind === 'search' ? 'search' : 'done'}
          border={false}
          onInput={(event: Typed) => onChange(event.detail)}
          onConfirm={onConfirm}
        />
      </View>
      {hint && !error && <View className="yk-field__hint">{hint}</View>}
      {error && (
        <View className="yk-field__wrong" {...aria({ role: 'alert', live: 'polite' })}>
          {error}
        </View>
      )}
    </View>
  )
}
