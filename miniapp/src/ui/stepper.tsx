import { View } from '@tarojs/components'
import { aria } from './aria'
import { Icon } from './icon'
import './stepper.css'
import { Tap } from './tap'
import type { StepperProps } from './types'
import { controlWords as words } from './words'

/** A number by steps. Each step is said aloud with what it is of. */
export function Stepper({
  label,
  value,
  onChange,
  min = 0,
  max = 99,
  step = 1,
  spoken = String,
}: StepperProps) {
  return (
    <View className="yk-stepper" {...aria({ role: 'group', label })}>
      <View {...aria({ hidden: true })}>{label}</View>
      <View className="yk-stepper__turn">
        <Tap
          className="yk-stepper__step"
          label={words.less(spoken(step))}
          idle={value <= min}
          onTap={() => onChange(Math.max(min, value - step))}
        >
          <Icon name="minus" />
        </Tap>
        <View className="yk-stepper__value" {...aria({ role: 'status', live: 'polite' })}>
          {spoken(value)}
        </View>
        <Tap
          className="yk-stepper__step"
          label={words.add(spoken(step))}
          idle={value >= max}
          onTap={() => onChange(Math.min(max, value + step))}
        >
          <Icon name="plus" />
        </Tap>
      </View>
    </View>
  )
}
