import { aria, chosen } from './aria'
import { ifMeant } from './meant.h5'
import './forced.h5.css'
import './tap.h5.css'
import type { TapProps } from './types'

export function Tap({
  id,
  label,
  className = '',
  style,
  role = 'button',
  selected,
  expanded,
  current,
  disabled,
  idle,
  lang,
  onTap,
  children,
}: TapProps) {
  return (
    <button
      id={id}
      type="button"
      className={`yk-tap ${className}${disabled || idle ? ' yk-tap--off' : ''}`}
      style={style}
      lang={lang}
      disabled={disabled}
      onClick={idle ? undefined : ifMeant(onTap)}
      {...aria({
        role: role === 'button' ? undefined : role,
        label,
        expanded,
        current,
        ...(idle && { disabled: true }),
        ...chosen(role, selected),
      })}
    >
      {children}
    </button>
  )
}
