import { View } from '@tarojs/components'
import type { Person } from '@yike/shared/identity/schema'
import { open } from '../platform/route'
import { Face, Icon, Tap } from '../ui'
import './identity.css'
import { relationNames, words } from './words'

/** Everybody whom I can book for. */
export function Household({ people }: { people: readonly Person[] }) {
  return (
    <View className="identity-household">
      {people.map(({ personId, name, relation }) => (
        <View key={personId} className="identity-household__one">
          <Face name={name} size={56} />
          <View className="identity-household__name">{name}</View>
          <View className="identity-household__relation">{relationNames[relation]}</View>
        </View>
      ))}
      <Tap className="identity-household__one" onTap={() => open('/identity/pages/person')}>
        <View className="identity-household__new">
          <Icon name="plus" />
        </View>
        <View className="identity-household__name">{words.add}</View>
      </Tap>
    </View>
  )
}
