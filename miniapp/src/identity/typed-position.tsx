import { View } from '@tarojs/components'
import type { Position } from '@yike/shared/identity/schema'
import { useState } from 'react'
import { Field } from '../ui'
import './identity.css'
import { degreesOf, inChina } from './view'
import { words } from './words'

const axes = ['lng', 'lat'] as const

/** The quiet third way to say where home is: for who knows the degrees, until one can point at a map. */
export function TypedPosition({ onChange }: { onChange: (position: Position | null) => void }) {
  const [typed, setTyped] = useState({ lng: '', lat: '' })
  const write = (change: Partial<typeof typed>) => {
    const next = { ...typed, ...change }
    setTyped(next)
    const lng = degreesOf(next.lng, inChina.lng)
    const lat = degreesOf(next.lat, inChina.lat)
    onChange(lng === undefined || lat === undefined ? null : { lng, lat })
  }
  return (
    <View className="identity-form">
      <View className="identity-quiet">{words.degreesNote}</View>
      {axes.map(axis => (
        <Field
          key={axis}
          label={words[axis]}
          hint={words[`${axis}Hint`]}
          value={typed[axis]}
          error={
            typed[axis] && degreesOf(typed[axis], inChina[axis]) === undefined ? words[`${axis}Hint`] : ''
          }
          onChange={value => write({ [axis]: value })}
        />
      ))}
    </View>
  )
}
