import { View } from '@tarojs/components'
import { type NearReply, type PlaceKind, placeKinds } from '@yike/shared/circle/schema'
import { open } from '../platform/route'
import { Icon, type IconName, Section, Tap } from '../ui'
import './needs.css'
import { QUARTER_MINUTES } from './use-circle'
import { countAll } from './view'
import { kindIcons, kindNames, words } from './words'

/** What people need, each with the number of places within a quarter of an hour. */
export function Needs({ counts }: { counts: NearReply['counts'] }) {
  return (
    <Section title={words.needs} aside={words.reach(QUARTER_MINUTES)}>
      <View className="circle-needs">
        {placeKinds.map(kind => (
          <Need
            key={kind}
            kind={kind}
            name={kindNames[kind]}
            icon={kindIcons[kind]}
            count={counts[kind] ?? 0}
          />
        ))}
        <Need name={words.everything} icon="logo" count={countAll(counts)} />
      </View>
    </Section>
  )
}

interface NeedProps {
  /** Absent: all of them. */
  kind?: PlaceKind
  name: string
  icon: IconName
  count: number
}

function Need({ kind, name, icon, count }: NeedProps) {
  return (
    <Tap
      className={`circle-need${count === 0 ? ' circle-need--none' : ''}`}
      label={`${name}，${words.places(count)}`}
      onTap={() => open('/circle/pages/list', { kind })}
    >
      <View className="circle-need__icon">
        <Icon name={icon} size={28} />
      </View>
      <View className="circle-need__name">{name}</View>
      <View className="circle-need__count">{count}</View>
    </Tap>
  )
}
