import { View } from '@tarojs/components'
import type { EntryLine } from '@yike/shared/circle/schema/upkeep'
import { kindNames } from '../circle/words'
import { now, spokenDay } from '../platform/spoken'
import { Tag, Tap } from '../ui'
import './place-lines.css'
import { placeWords as words } from './words'

/** To move the focus to a line. */
export const lineId = (placeId: string) => `place:${placeId}`

export interface PlaceRowsProps {
  lines: readonly EntryLine[]
  community: string
  /** The entry that stands beside the list. */
  selected?: string | undefined
  onOpen: (placeId: string) => void
}

export interface EntryProps {
  line: EntryLine
  own: boolean
  selected: boolean
  onTap: () => void
}

/** Each line with what a row says and does of it, be it a line on a phone or a row of the table. */
export const entriesOf = ({ lines, community, selected, onOpen }: PlaceRowsProps): EntryProps[] =>
  lines.map(line => ({
    line,
    own: line.community === community,
    selected: line.placeId === selected,
    onTap: () => onOpen(line.placeId),
  }))

const checkedOf = ({ assuredOn }: EntryLine): string =>
  assuredOn ? words.assuredOn(spokenDay(assuredOn, now())) : words.neverAssured

export const Tags = ({ line: { needs, state }, own }: Pick<EntryProps, 'line' | 'own'>) => (
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

/** An entry of the directory on a phone. */
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

/** Entries of the directory, a line for each. */
export function PlaceList(props: PlaceRowsProps) {
  return (
    <View>
      {entriesOf(props).map(entry => (
        <Line key={entry.line.placeId} {...entry} />
      ))}
    </View>
  )
}
