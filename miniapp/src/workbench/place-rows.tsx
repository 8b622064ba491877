import { View } from '@tarojs/components'
import type { EntryLine } from '@yike/shared/circle/schema/upkeep'
import { kindNames } from '../circle/words'
import { now, spokenDay } from '../platform/spoken'
import { useWide } from '../platform/use-wide'
import { Tag, Tap } from '../ui'
import { aria } from '../ui/aria'
import './place-lines.css'
import { placeWords as words } from './words'

/** To move the focus to a line. */
export const lineId = (placeId: string) => `place:${placeId}`

interface PlaceRowsProps {
  lines: readonly EntryLine[]
  community: string
  /** The entry that stands beside the list. */
  selected?: string | undefined
  onOpen: (placeId: string) => void
}

/** Entries of the directory: at a desk a table, on a phone a line for each. */
export function PlaceRows({ lines, community, selected, onOpen }: PlaceRowsProps) {
  const wide = useWide()
  const Entry = wide ? Row : Line
  const entries = lines.map(line => (
    <Entry
      key={line.placeId}
      line={line}
      own={line.community === community}
      selected={line.placeId === selected}
      onTap={() => onOpen(line.placeId)}
    />
  ))
  if (!wide) return <View>{entries}</View>
  return (
    <View className="workbench-places__table" {...aria({ role: 'table', label: words.title })}>
      <View className="workbench-places__row workbench-places__row--heads" {...aria({ role: 'row' })}>
        {Object.entries(words.columns).map(([column, head]) => (
          <View key={column} {...aria({ role: 'columnheader' })}>
            {head}
          </View>
        ))}
      </View>
      {entries}
    </View>
  )
}

interface EntryProps {
  line: EntryLine
  own: boolean
  selected: boolean
  onTap: () => void
}

const checkedOf = ({ assuredOn }: EntryLine): string =>
  assuredOn ? words.assuredOn(spokenDay(assuredOn, now())) : words.neverAssured

const Tags = ({ line: { needs, state }, own }: Pick<EntryProps, 'line' | 'own'>) => (
  <>
    {needs.map(need => (
      <Tag key={need} tone={need === 'check' ? 'persimmon' : 'waiting'}>
        {words.needTag[need]}
      </Tag>
    ))}
    {state === 'closed' && <Tag tone="quiet">{words.closedTag}</Tag>}
    {!own && <Tag tone="quiet">{words.sharedTag}</Tag>}
  </>
)

function Row({ line, own, selected, onTap }: EntryProps) {
  const { placeId, name, kind, address } = line
  const cell = aria({ role: 'cell' })
  return (
    <View
      className={`workbench-places__row${selected ? ' workbench-places__row--on' : ''}`}
      {...aria({ role: 'row' })}
    >
      <View {...cell}>
        <Tap id={lineId(placeId)} className="workbench-places__line" selected={selected} onTap={onTap}>
          <View className="workbench-places__name">{name}</View>
          {address && <View className="workbench-places__note">{address}</View>}
        </Tap>
      </View>
      <View className="workbench-places__note" {...cell}>
        {kindNames[kind]}
      </View>
      <View className="workbench-places__note" {...cell}>
        {checkedOf(line)}
      </View>
      <View className="workbench-places__tags" {...cell}>
        <Tags line={line} own={own} />
      </View>
    </View>
  )
}

function Line({ line, own, selected, onTap }: EntryProps) {
  const { placeId, name, kind, address } = line
  return (
    <Tap
      id={lineId(placeId)}
      className="workbench-places__line workbench-places__line--alone"
      selected={selected}
      onTap={onTap}
    >
      <View className="workbench-places__name">{name}</View>
      <View className="workbench-places__tags">
        <Tags line={line} own={own} />
      </View>
      <View className="workbench-places__note">
        {[kindNames[kind], address, checkedOf(line)].filter(Boolean).join(' · ')}
      </View>
    </Tap>
  )
}
