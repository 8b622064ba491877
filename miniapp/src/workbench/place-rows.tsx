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
  const as = (role: string) => (wide ? aria({ role }) : {})
  return (
    <View
      className={wide ? 'workbench-places__table' : ''}
      {...(wide && aria({ role: 'table', label: words.title }))}
    >
      {wide && lines.length > 0 && (
        <View className="workbench-places__row workbench-places__row--heads" {...as('row')}>
          {Object.entries(words.columns).map(([column, head]) => (
            <View key={column} {...as('columnheader')}>
              {head}
            </View>
          ))}
        </View>
      )}
      {lines.map(line => (
        <Row
          key={line.placeId}
          line={line}
          as={as}
          own={line.community === community}
          selected={line.placeId === selected}
          onTap={() => onOpen(line.placeId)}
        />
      ))}
    </View>
  )
}

interface RowProps {
  line: EntryLine
  as: (role: string) => object
  own: boolean
  selected: boolean
  onTap: () => void
}

function Row({ line, as, own, selected, onTap }: RowProps) {
  const { placeId, name, kind, address, needs: lacks, state, assuredOn } = line
  const on = selected ? ' workbench-places__row--on' : ''
  const checked = assuredOn ? words.assuredOn(spokenDay(assuredOn, now())) : words.neverAssured
  return (
    <View className={`workbench-places__row${on}`} {...as('row')}>
      <View {...as('cell')}>
        <Tap id={lineId(placeId)} className="workbench-places__line" selected={selected} onTap={onTap}>
          <View className="workbench-places__name">{name}</View>
          {address && <View className="workbench-places__note">{address}</View>}
        </Tap>
      </View>
      <View className="workbench-places__note" {...as('cell')}>
        {kindNames[kind]}
      </View>
      <View className="workbench-places__note" {...as('cell')}>
        {checked}
      </View>
      <View className="workbench-places__tags" {...as('cell')}>
        {lacks.map(need => (
          <Tag key={need} tone={need === 'check' ? 'persimmon' : 'waiting'}>
            {words.needTag[need]}
          </Tag>
        ))}
        {state === 'closed' && <Tag tone="quiet">{words.closedTag}</Tag>}
        {!own && <Tag tone="quiet">{words.sharedTag}</Tag>}
      </View>
    </View>
  )
}
