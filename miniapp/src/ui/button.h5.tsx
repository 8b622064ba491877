import './button.css'
import { ifMeant } from './meant.h5'
import type { ButtonProps } from './types'

export function Button({ children, onTap, kind = 'go', busy, disabled, compact, label }: ButtonProps) {
  return (
    <button
      type="button"
      className={`yk-native yk-button yk-button__native yk-button--${kind}${disabled ? ' yk-button--off' : ''}${compact ? ' yk-button--compact' : ''}`}
      disabled={disabled || busy}
      aria-busy={busy}
      aria-label={label}
      onClick={ifMeant(onTap)}
    >
      {busy ? `${children} …` : children}
    </button>
  )
}
