import { View } from '@tarojs/components'
import { aria } from './aria'
import './toggle.css'
import type { ToggleProps } from './types'

/** What van-switch hands over: on or off. */
interface Switched {
  detail: boolean
}

export function Toggle({ label, on, onChange, hint }: ToggleProps) {
  return (
    <View className="yk-toggle" {...aria({ role: 'switch', label, checked: on })}>
      <View>
        <View>{label}</View>
        {hint && <View className="yk-toggle__hint">{hint}</View>}
      </View>
      <van-switch checked={on} size="26px" onChange={(event: Switched) => onChange(event.detail)} />
    </View>
  )
}
