import { Icon } from './icon'
import './stepper.css'
import { Tap } from './tap'
import type { StepperProps } from './types'

export function Stepper({ label, value, onChange, min = 0, max = 99, step = 1, unit = '' }: StepperProps) {
  return (
    <fieldset className="yk-stepper yk-plain" aria-label={label}>
      <span>{label}</span>
      <span className="yk-stepper__turn">
        <Tap
          className="yk-stepper__step"
          label={`减 ${step}${unit}`}
          disabled={value <= min}
          onTap={() => onChange(Math.max(min, value - step))}
        >
          <Icon name="minus" />
        </Tap>
        <output className="yk-stepper__value" aria-live="polite">
          {value}
        </output>
        <Tap
          className="yk-stepper__step"
          label={`加 ${step}${unit}`}
          disabled={value >= max}
          onTap={() => onChange(Math.min(max, value + step))}
        >
          <Icon name="plus" />
        </Tap>
        {unit && <span className="yk-stepper__unit">{unit}</span>}
      </span>
    </fieldset>
  )
}
