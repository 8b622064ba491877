import { View } from '@tarojs/components'
import { spokenList } from '../platform/spoken'
import { Icon, Tap } from '../ui'
import { aria } from '../ui/aria'
import type { ToggleProps } from '../ui/types'
import './tick.css'

interface TickProps extends ToggleProps {
  /** What is wrong as long as it is not ticked. */
  error?: string | undefined
}

/** One line of a list that is ticked off, or one thing that is agreed to: nothing is switched on by it. */
export function Tick({ label, on, onChange, hint, error }: TickProps) {
  return (
    <>
      <Tap
        role="checkbox"
        className={`tick${on ? ' tick--on' : error ? ' tick--wrong' : ''}`}
        label={spokenList(label, hint)}
        selected={on}
        onTap={() => onChange(!on)}
      >
        <View className="tick__box">{on && <Icon name="check" size={20} />}</View>
        <View className="tick__words">
          <View>{label}</View>
          {hint && <View className="tick__hint">{hint}</View>}
        </View>
      </Tap>
      {error && (
        <View className="tick__error" {...aria({ role: 'alert', live: 'polite' })}>
          {error}
        </View>
      )}
    </>
  )
}
