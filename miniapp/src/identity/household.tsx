import type { Person } from '@yike/shared/identity/schema'
import { open } from '../platform/route'
import { NewOne, One, People } from '../ui'
import { relationNames, words } from './words'

/** Everybody whom I can book for. */
export function Household({ people }: { people: readonly Person[] }) {
  return (
    <People>
      {people.map(({ personId, name, relation }) => (
        <One key={personId} name={name} note={relationNames[relation]} />
      ))}
      <NewOne label={words.add} onTap={() => open('/identity/pages/person')} />
    </People>
  )
}
