import { aria } from './aria'
import type { TapProps } from './types'

/** Roles whose state is called checked. */
const checkable = new Set<string>(['radio', 'checkbox', 'switch'])

export function Tap({
  id,
  label,
  className = '',
  style,
  role = 'button',
  selected,
  expanded,
  disabled,
  onTap,
  children,
}: TapProps) {
  const state = checkable.has(role) ? { checked: selected } : { selected }
  return (
    <button
      id={id}
      type="button"
      className={`yk-tap ${className}${disabled ? ' yk-tap--off' : ''}`}
      style={style}
      disabled={disabled}
      onClick={onTap}
      {...aria({ role: role === 'button' ? undefined : role, label, expanded, ...state })}
    >
      {children}
    </button>
  )
}
