import { View } from '@tarojs/components'
import { aria, chosen } from './aria'
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
  return (
    <View
      id={id}
      className={`yk-tap ${className}${disabled ? ' yk-tap--off' : ''}`}
      style={style}
      hoverClass={disabled ? 'none' : 'yk-tap--down'}
      onClick={disabled ? undefined : onTap}
      {...aria({ role, label, expanded, disabled, ...chosen(role, selected) })}
    >
      {children}
    </View>
  )
}
