import { open } from '../platform/route'
import { Group, NewOne, OneOf, People } from '../ui'
import type { Bookable } from './use-people'
import { words } from './words'

interface FacesProps {
  people: readonly Pick<Bookable, 'personId' | 'name' | 'relation'>[]
  value: string | undefined
  onChange: (personId: string) => void
}

/** Whom it is for: the household as faces, and a place for somebody new. */
export function Faces({ people, value, onChange }: FacesProps) {
  return (
    <People>
      <Group role="radiogroup" label={words.forWhom}>
        <People>
          {people.map(({ personId, name, relation }) => (
            <OneOf
              key={personId}
              name={name}
              called={relation === 'self' ? words.self : name}
              on={personId === value}
              onTap={() => onChange(personId)}
            />
          ))}
        </People>
      </Group>
      <NewOne label={words.addPerson} onTap={() => open('/identity/pages/person')} />
    </People>
  )
}
