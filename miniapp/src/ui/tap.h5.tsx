import { aria } from './aria'
import type { TapProps } from './types'

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
  const state = role === 'radio' || role === 'checkbox' ? { checked: selected } : { selected }
  return (
    <button
      id={id}
      type="button"
      className={`yk-tap ${className}`}
      style={style}
      disabled={disabled}
      onClick={onTap}
      {...aria({ role: role === 'button' ? undefined : role, label, expanded, ...state })}
    >
      {children}
    </button>
  )
}
