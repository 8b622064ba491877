import { useId } from 'react'
import { Icon } from './icon'
import './field.css'
import './pick.css'
import type { PickProps } from './types'

export function Pick({ label, options, value, onChange, error }: PickProps) {
  const id = useId()
  return (
    <div className="yk-pick">
      <label className="yk-pick__label" htmlFor={id}>
        {label}
      </label>
      <div className="yk-pick__box">
        <select
          id={id}
          className="yk-native yk-pick__native"
          value={value}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-note` : undefined}
          onChange={event => onChange(event.target.value)}
        >
          {options.map(option => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <span className="yk-pick__sign">
          <Icon name="down" />
        </span>
      </div>
      {error && (
        <div className="yk-field__wrong" id={`${id}-note`} role="alert">
          {error}
        </div>
      )}
    </div>
  )
}
