import { View } from '@tarojs/components'
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
    <View
      id={id}
      className={`yk-tap ${className}`}
      style={style}
      hoverClass={disabled ? 'none' : 'yk-tap--down'}
      onClick={disabled ? undefined : onTap}
      {...aria({ role, label, expanded, disabled, ...state })}
    >
      {children}
    </View>
  )
}
