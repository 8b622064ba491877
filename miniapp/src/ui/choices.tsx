import { View } from '@tarojs/components'
import { aria } from './aria'
import './choices.css'
import { Group } from './group'
import { Icon } from './icon'
import { Must } from './must'
import { Tap } from './tap'
import type { ChoiceProps, ChoicesProps } from './types'

/** Two to five short words side by side; one is on. */
export function Segments({ label, options, value, onChange }: ChoiceProps) {
  return (
    <Group role="tablist" label={label} className="yk-segments">
      {options.map(option => (
        <Tap
          key={option.value}
          role="tab"
          className={`yk-segments__one${option.value === value ? ' yk-segments__one--on' : ''}`}
          selected={option.value === value}
          disabled={option.disabled}
          onTap={() => onChange(option.value)}
        >
          {option.label}
          {option.count !== undefined && <View className="yk-segments__count">{option.count}</View>}
        </Tap>
      ))}
    </Group>
  )
}

/** Large lines to choose one of: who it is for, which kind, which reason. */
export function Choices({ label, options, value, onChange, error, required, named }: ChoicesProps) {
  return (
    <Group role="radiogroup" label={label} required={required}>
      {named && (
        <View className="yk-choices__name" {...aria({ hidden: true })}>
          {label}
          {required && <Must />}
        </View>
      )}
      {options.map(option => {
        const on = option.value === value
        const state = option.disabled ? ' yk-choices__one--off' : on ? ' yk-choices__one--on' : ''
        return (
          <Tap
            key={option.value}
            role="radio"
            className={`yk-choices__one${state}`}
            selected={on}
            disabled={option.disabled}
            onTap={() => onChange(option.value)}
          >
            {option.lead}
            <View className="yk-choices__words">
              <View className="yk-choices__label">{option.label}</View>
              {option.note && <View className="yk-choices__note">{option.note}</View>}
            </View>
            {on && (
              <View className="yk-choices__tick">
                <Icon name="check" />
              </View>
            )}
          </Tap>
        )
      })}
      {error && (
        <View className="yk-choices__wrong" {...aria({ role: 'alert', live: 'polite' })}>
          {error}
        </View>
      )}
    </Group>
  )
}
