import { View } from '@tarojs/components'
import { aria } from './aria'
import './stepper.css'
import type { StepperProps } from './types'

/** What van-stepper hands over: the number itself. */
interface Turned {
  detail: number
}

export function Stepper({ label, value, onChange, min = 0, max = 99, step = 1, unit = '' }: StepperProps) {
  return (
    <View className="yk-stepper">
      <View {...aria({ hidden: true })}>{label}</View>
      <View className="yk-stepper__turn" {...aria({ role: 'spinbutton', label: `${label} ${value}${unit}` })}>
        <van-stepper
          value={value}
          min={min}
          max={max}
          step={step}
          integer
          disable-input
          button-size="48px"
          input-width="56px"
          onChange={(event: Turned) => onChange(event.detail)}
        />
        {unit && <View className="yk-stepper__unit">{unit}</View>}
      </View>
    </View>
  )
}
