import { View } from '@tarojs/components'
import { aria, chosen } from './aria'
import { ifMeant } from './meant.weapp'
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
  idle,
  onTap,
  children,
}: TapProps) {
  const off = disabled || idle
  return (
    <View
      id={id}
      className={`yk-tap ${className}${off ? ' yk-tap--off' : ''}`}
      style={style}
      hoverClass={off ? 'none' : 'yk-tap--down'}
      onClick={off ? undefined : ifMeant(onTap)}
      {...aria({ role, label, expanded, disabled: off, ...chosen(role, selected) })}
    >
      {children}
    </View>
  )
}
