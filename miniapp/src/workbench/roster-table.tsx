import { View } from '@tarojs/components'
import type { RosterClass, RosterDay } from '@yike/shared/booking/schema/roster'
import type { LocalDate } from '@yike/shared/kernel/time'
import { spokenList, weekdayName } from '../platform/spoken'
import { Group, Tag, Tap } from '../ui'
import './roster.css'
import './sheet.css'
import { summaryOf } from './view/roster'
import { rosterWords as words } from './words'

export const cellId = ({ offeringId, on }: { offeringId: string; on: LocalDate }) =>
  `roster:${offeringId}:${on}`

interface TableProps {
  classes: readonly RosterClass[]
  shown: RosterClass
  on: LocalDate
  onPick: (offeringId: string, on: LocalDate) => void
}

/** At a desk: a row for each class, a column for each day; j and k move through them. */
export function RosterTable({ classes, shown, on, onPick }: TableProps) {
  const days = shown.days.map(day => day.on)
  return (
    <View className="workbench-roster__week">
      <View className="workbench-roster__row">
        <View className="workbench-sheet__head">{words.class}</View>
        {days.map(day => (
          <View key={day} className="workbench-sheet__head">
            {words.day(weekdayName(day), Number(day.slice(8)))}
          </View>
        ))}
      </View>
      {classes.map(one => (
        <Group
          key={one.offeringId}
          role="tablist"
          label={spokenList(...one.names)}
          className="workbench-roster__row"
        >
          <View className="workbench-roster__class">{spokenList(...one.names)}</View>
          {one.days.map(day => (
            <Cell
              key={day.on}
              of={one}
              day={day}
              selected={one.offeringId === shown.offeringId && day.on === on}
              onTap={() => onPick(one.offeringId, day.on)}
            />
          ))}
        </Group>
      ))}
    </View>
  )
}

interface CellProps {
  of: RosterClass
  day: RosterDay
  selected: boolean
  onTap: () => void
}

function Cell({ of, day: { on, shifts, affected, ofWeek }, selected, onTap }: CellProps) {
  const { present, absent, seats } = summaryOf(of, shifts)
  return (
    <Tap
      id={cellId({ offeringId: of.offeringId, on })}
      role="tab"
      className={`workbench-roster__cell${selected ? ' workbench-roster__cell--on' : ''}`}
      selected={selected}
      onTap={onTap}
    >
      <View>{words.carers(present)}</View>
      <View className="workbench-sheet__note">{words.seats(seats)}</View>
      {absent > 0 && <View className="workbench-sheet__note">{words.away(absent)}</View>}
      {!ofWeek && <Tag tone="waiting">{words.own}</Tag>}
      {affected > 0 && <Tag tone="danger">{words.shortTag(affected)}</Tag>}
    </Tap>
  )
}
