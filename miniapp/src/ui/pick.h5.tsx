import { useId } from 'react'
import { Icon } from './icon'
import './pick.css'
import type { PickProps } from './types'

export function Pick({ label, options, value, onChange }: PickProps) {
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
    </div>
  )
}
