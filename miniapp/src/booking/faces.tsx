import { View } from '@tarojs/components'
import type { Person } from '@yike/shared/identity/schema'
import { open } from '../platform/route'
import { Face, Icon, Tap } from '../ui'
import { aria } from '../ui/aria'
import './faces.css'
import { words } from './words'

interface FacesProps {
  people: readonly Person[]
  value: string | undefined
  onChange: (personId: string) => void
}

/** Whom it is for: the household as faces, and a place for somebody new. */
export function Faces({ people, value, onChange }: FacesProps) {
  return (
    <View className="booking-faces">
      <View className="booking-faces__people" {...aria({ role: 'radiogroup', label: words.forWhom })}>
        {people.map(({ personId, name, relation }) => {
          const on = personId === value
          return (
            <Tap
              key={personId}
              role="radio"
              className={`booking-faces__one${on ? ' booking-faces__one--on' : ''}`}
              selected={on}
              onTap={() => onChange(personId)}
            >
              <View className="booking-faces__ring">
                <Face name={name} size={56} />
              </View>
              <View className="booking-faces__name">{relation === 'self' ? words.self : name}</View>
            </Tap>
          )
        })}
      </View>
      <Tap className="booking-faces__one" onTap={() => open('/identity/pages/person')}>
        <View className="booking-faces__ring">
          <View className="booking-faces__new">
            <Icon name="plus" />
          </View>
        </View>
        <View className="booking-faces__name">{words.addPerson}</View>
      </Tap>
    </View>
  )
}
