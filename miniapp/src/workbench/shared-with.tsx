import { View } from '@tarojs/components'
import type { Community } from '@yike/shared/identity/schema'
import { useState } from 'react'
import { Field, Notice, Section, Toggle } from '../ui'
import { shareable } from './view/sharing'
import { placeWords as words } from './words'

interface SharedWithProps {
  communities: readonly Community[]
  /** The community that answers for the place. */
  home: string
  chosen: readonly string[]
  error: string | undefined
  onChange: (chosen: string[]) => void
}

/** The other communities that a place serves; of a city's hundreds those nearby, the others by their name. */
export function SharedWith({ communities, home, chosen, error, onChange }: SharedWithProps) {
  const [typed, setTyped] = useState('')
  const near = shareable(communities, home, chosen, '')
  const { shown, more } = shareable(communities, home, chosen, typed)
  if (near.shown.length === 0) return null
  const street = communities.find(({ code }) => code === home)?.street
  return (
    <Section title={words.field.sharedWith}>
      <View className="workbench-place__note">{words.sharedHint}</View>
      {error && <Notice tone="danger">{error}</Notice>}
      {near.more > 0 && (
        <Field
          label={words.sharedSearch}
          placeholder={words.sharedSearchExample}
          value={typed}
          onChange={setTyped}
          maxLength={20}
        />
      )}
      {shown.map(one => (
        <Toggle
          key={one.code}
          label={one.name}
          hint={one.street === street ? undefined : one.street}
          on={chosen.includes(one.code)}
          onChange={on => onChange(on ? [...chosen, one.code] : chosen.filter(code => code !== one.code))}
        />
      ))}
      {more > 0 && <View className="workbench-place__note">{words.sharedMore(more)}</View>}
      {shown.length === 0 && <View className="workbench-place__note">{words.sharedNone}</View>}
    </Section>
  )
}
