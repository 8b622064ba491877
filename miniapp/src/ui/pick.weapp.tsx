import { Picker, View } from '@tarojs/components'
import { aria } from './aria'
import { Icon } from './icon'
import './field.css'
import './pick.css'
import type { PickProps } from './types'

export function Pick({ label, options, value, onChange, error }: PickProps) {
  const at = options.findIndex(option => option.value === value)
  const chosen = options[at]?.label ?? ''
  return (
    <View className="yk-pick">
      <View className="yk-pick__label" {...aria({ hidden: true })}>
        {label}
      </View>
      <Picker
        mode="selector"
        range={options.map(option => option.label)}
        value={Math.max(0, at)}
        onChange={({ detail }) => {
          const next = options[Number(detail.value)]
          if (next) onChange(next.value)
        }}
      >
        <View className="yk-pick__box" {...aria({ role: 'combobox', label: `${label} ${chosen}` })}>
          {chosen}
          <View className="yk-pick__sign">
            <Icon name="down" />
          </View>
        </View>
      </Picker>
      {error && (
        <View className="yk-field__wrong" {...aria({ role: 'alert', live: 'polite' })}>
          {error}
        </View>
      )}
    </View>
  )
}
