import { View } from '@tarojs/components'
import { kindNames } from '../circle/words'
import { useComfort } from '../platform/comfort'
import { now, spokenDay } from '../platform/spoken'
import { useWide } from '../platform/use-wide'
import { Tap } from '../ui'
import { aria } from '../ui/aria'
import { type EntryProps, entriesOf, lineId, PlaceList, type PlaceRowsProps, Tags } from './place-entry'
import './place-lines.css'
import { placeWords as words } from './words'

/** Entries of the directory: at a desk a table, for whose columns large words have no room. */
export function PlaceRows(props: PlaceRowsProps) {
  const wide = useWide()
  const { elder } = useComfort()
  if (!wide || elder) return <PlaceList {...props} />
  return (
    <View className="workbench-places__table" {...aria({ role: 'table', label: words.title })}>
      <View className="workbench-places__row workbench-places__row--heads" {...aria({ role: 'row' })}>
        {Object.entries(words.columns).map(([column, head]) => (
          <View key={column} {...aria({ role: 'columnheader' })}>
            {head}
          </View>
        ))}
      </View>
      {entriesOf(props).map(entry => (
        <Row key={entry.line.placeId} {...entry} />
      ))}
    </View>
  )
}

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
        {line.assuredOn ? spokenDay(line.assuredOn, now()) : words.neverAssured}
      </View>
      <View className="workbench-places__tags" {...cell}>
        <Tags line={line} own={own} />
      </View>
    </View>
  )
}
