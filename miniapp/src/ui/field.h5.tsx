import { useEffect, useId } from 'react'
import { byFinger } from '../platform/by-finger'
import { focusOn } from '../platform/focus'
import './field.css'
import './field-search.css'
import { useHints } from './hints'
import { Must } from './must'
import type { FieldProps } from './types'
import { noteOf } from './written'

const modes = { text: 'text', number: 'numeric', phone: 'tel', search: 'search' } as const

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
    first,
    onConfirm,
  } = props
  const { wrong, note } = noteOf(props)
  const id = useId()
  useEffect(() => {
    // A finger has the keyboard at once, as on the phone. Who came by key begins at its heading.
    if (first && byFinger()) focusOn(id)
  }, [first, id])
  const native = {
    id,
    className: 'yk-field__native',
    value,
    placeholder,
    disabled,
    'aria-required': required,
    'aria-invalid': wrong ? true : undefined,
    'aria-describedby': wrong || note ? `${id}-note` : undefined,
  }
  // It grows with what is written, as on the phone; never below its lines.
  const tall = { minHeight: `calc(${lines * 1.5}em + 22px)` }
  return (
    <div className={`yk-field${wrong ? ' yk-field--wrong' : ''}`}>
      <label className="yk-field__label" htmlFor={id}>
        {label}
        {required && <Must />}
      </label>
      <div className="yk-field__box">
        {lines > 1 ? (
          <textarea
            {...native}
            className="yk-field__native yk-field__native--lines"
            rows={lines}
            style={tall}
            onChange={event => onChange(event.target.value)}
          />
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
      {note && (
        <div className="yk-field__hint" id={`${id}-note`} aria-live="polite">
          {note}
        </div>
      )}
      {wrong && (
        <div className="yk-field__wrong" id={`${id}-note`} role="alert">
          {wrong}
        </div>
      )}
    </div>
  )
}
