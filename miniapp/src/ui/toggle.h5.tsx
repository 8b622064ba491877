import './toggle.css'
import type { ToggleProps } from './types'

export function Toggle({ label, on, onChange, hint }: ToggleProps) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      className={`yk-tap yk-toggle${on ? ' yk-toggle--on' : ''}`}
      onClick={() => onChange(!on)}
    >
      <span>
        <span>{label}</span>
        {hint && (
          <span className="yk-toggle__hint" style={{ display: 'block' }}>
            {hint}
          </span>
        )}
      </span>
      <span className="yk-toggle__track">
        <span className="yk-toggle__knob" />
      </span>
    </button>
  )
}
