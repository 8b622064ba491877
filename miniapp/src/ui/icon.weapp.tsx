import { View } from '@tarojs/components'
import { aria } from './aria'
import { square } from './grown'
import './icon.css'
import './icon.weapp.css'
import type { IconProps } from './types'

/** A drawing that stands beside its word. Give `label` only where no word does. */
export function Icon({ name, size = 24, label }: IconProps) {
  return (
    <View
      className={`yk-icon yk-icon--${name}`}
      style={size === 24 ? {} : square(size)}
      {...aria(label ? { role: 'img', label } : { hidden: true })}
    />
  )
}
