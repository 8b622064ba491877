import { View } from '@tarojs/components'
import { spokenList } from '../platform/spoken'
import { Tap } from './tap'
import './toggle.css'
import type { ToggleProps } from './types'
import { controlWords as words } from './words'

/** On or off, at once; the whole line is the switch, and its word says which. */
export function Toggle({ label, on, onChange, hint }: ToggleProps) {
  return (
    <Tap
      role="switch"
      className={`yk-toggle${on ? ' yk-toggle--on' : ''}`}
      label={spokenList(label, hint)}
      selected={on}
      onTap={() => onChange(!on)}
    >
      <View className="yk-toggle__words">
        <View>{label}</View>
        {hint && <View className="yk-toggle__hint">{hint}</View>}
      </View>
      <View className="yk-toggle__state">{on ? words.on : words.off}</View>
      <View className="yk-toggle__track">
        <View className="yk-toggle__knob" />
      </View>
    </Tap>
  )
}
