import type { PlaceKind } from '@yike/shared/circle/schema'
import { open } from '../../platform/route'
import { Answer, Question, Screen } from '../../ui'
import type { IconName } from '../../ui/icon-names'
import { kindIcons, kindNames, words } from '../words'
import { elderWords, groupNames } from '../words/elder'

const LIST = '/circle/pages/list'

type Group = keyof typeof groupNames

/** Eleven kinds are too many to read at once: what one goes for, first. */
const groups: Readonly<Record<Group, { icon: IconName; kinds: readonly PlaceKind[] }>> = {
  care: { icon: 'elder', kinds: ['elderCare', 'medical'] },
  young: { icon: 'child', kinds: ['childcare', 'education'] },
  play: { icon: 'culture', kinds: ['culture', 'venue'] },
  daily: { icon: 'convenience', kinds: ['convenience', 'commerce', 'government'] },
  away: { icon: 'transit', kinds: ['transit', 'shelter'] },
}
const groupsInOrder = Object.keys(groups) as Group[]

export const groupOf = (value: string | undefined): Group | undefined =>
  groupsInOrder.find(group => group === value)

/** 长辈版 asks what is looked for before it lists anything: by its name, among what was kept, on a map, or by what it is for. */
export function AskKind({ group }: { group: Group | undefined }) {
  if (group)
    return (
      <Screen>
        <Question>{groupNames[group]}</Question>
        {groups[group].kinds.map(kind => (
          <Answer
            key={kind}
            icon={kindIcons[kind]}
            title={kindNames[kind]}
            onTap={() => open(LIST, { kind })}
          />
        ))}
      </Screen>
    )
  return (
    <Screen>
      <Question>{words.askKind}</Question>
      <Answer
        kind="next"
        icon="search"
        title={elderWords.search}
        note={words.searchExample}
        onTap={() => open(LIST, { search: '' })}
      />
      {groupsInOrder.map(one => (
        <Answer
          key={one}
          kind="row"
          icon={groups[one].icon}
          title={groupNames[one]}
          onTap={() => open(LIST, { group: one })}
        />
      ))}
      <Answer kind="row" icon="star" title={elderWords.kept} onTap={() => open(LIST, { favourites: '1' })} />
      <Answer kind="row" icon="map" title={words.map} onTap={() => open('/circle/pages/map')} />
    </Screen>
  )
}
