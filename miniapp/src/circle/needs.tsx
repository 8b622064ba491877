import { View } from '@tarojs/components'
import { type AroundReply, type PlaceKind, placeKinds } from '@yike/shared/circle/schema'
import { open } from '../platform/route'
import { spokenList } from '../platform/spoken'
import { Icon, type IconName, Section, Tap } from '../ui'
import './needs.css'
import { QUARTER_MINUTES } from './use-circle'
import { countOf } from './view'
import { kindIcons, kindNames, words } from './words'

/** What people need, each with the number of places within a quarter of an hour. */
export function Needs({ needs, measured }: Pick<AroundReply, 'needs' | 'measured'>) {
  const of = (kind: PlaceKind) => countOf(needs.filter(need => need.kind === kind))
  return (
    <Section
      title={words.needs}
      aside={measured === 'network' ? words.reach(QUARTER_MINUTES) : words.reachGuessed(QUARTER_MINUTES)}
    >
      <View className="circle-needs">
        {placeKinds.map(kind => (
          <Need key={kind} kind={kind} name={kindNames[kind]} icon={kindIcons[kind]} count={of(kind)} />
        ))}
        <Need name={words.everything} icon="logo" count={countOf(needs)} />
      </View>
    </Section>
  )
}

interface NeedProps {
  /** Absent: all of them. */
  kind?: PlaceKind
  name: string
  icon: IconName
  count: string
}

function Need({ kind, name, icon, count }: NeedProps) {
  return (
    <Tap
      className={`circle-need${count === '0' ? ' circle-need--none' : ''}`}
      label={spokenList(name, words.places(count))}
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
