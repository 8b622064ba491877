import { View } from '@tarojs/components'
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
    <View
      id={id}
      className={`yk-tap ${className}${disabled ? ' yk-tap--off' : ''}`}
      style={style}
      hoverClass={disabled ? 'none' : 'yk-tap--down'}
      onClick={disabled ? undefined : onTap}
      {...aria({ role, label, expanded, disabled, ...state })}
    >
      {children}
    </View>
  )
}
