import { useId } from 'react'
import './field.css'
import type { FieldProps } from './types'

const modes = { text: 'text', number: 'numeric', phone: 'tel', search: 'search' } as const

export function Field({
  label,
  value,
  onChange,
  placeholder,
  hint,
  error,
  kind = 'text',
  lines = 1,
  maxLength,
  required,
  disabled,
  onConfirm,
}: FieldProps) {
  const id = useId()
  const native = {
    id,
    className: 'yk-field__native',
    value,
    placeholder,
    maxLength,
    disabled,
    'aria-required': required,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': error || hint ? `${id}-note` : undefined,
  }
  return (
    <div className={`yk-field${error ? ' yk-field--wrong' : ''}`}>
      <label className="yk-field__label" htmlFor={id}>
        {label}
        {required && <span className="yk-field__must">必填</span>}
      </label>
      <div className="yk-field__box">
        {lines > 1 ? (
          <textarea {...native} rows={lines} onChange={event => onChange(event.target.value)} />
        ) : (
          <input
            {...native}
            type={kind === 'search' ? 'search' : 'text'}
            inputMode={modes[kind]}
            enterKeyHint={kind === 'search' ? 'search' : 'done'}
            onChange={event => onChange(event.target.value)}
            onKeyDown={event => event.key === 'Enter' && !event.nativeEvent.isComposing && onConfirm?.()}
          />
        )}
      </div>
      {hint && !error && (
        <div className="yk-field__hint" id={`${id}-note`}>
          {hint}
        </div>
      )}
      {error && (
        <div className="yk-field__wrong" id={`${id}-note`} role="alert">
          {error}
        </div>
      )}
    </div>
  )
}
