import { View } from '@tarojs/components'
import { weekdayName } from '../platform/spoken'
import './sheet.css'
import { type SheetDay, weekRows } from './view/sheet'
import { sheetWords as words } from './words'

/** A week of a place at a desk: each offering, each day, how many have booked and come. */
export function SheetWeek({ days }: { days: readonly SheetDay[] }) {
  const rows = weekRows(days)
  if (rows.length === 0) return null
  return (
    <View className="workbench-sheet__week">
      <View className="workbench-sheet__head">{words.offering}</View>
      {days.map(({ on }) => (
        <View key={on} className="workbench-sheet__head">
          {words.day(weekdayName(on), Number(on.slice(8)))}
        </View>
      ))}
      {rows.map(row => [
        <View key={row.id} className="workbench-sheet__name">
          {row.name}
        </View>,
        ...row.days.map(({ booked, came }, i) => (
          <View
            key={`${row.id} ${days[i]?.on}`}
            className={booked > 0 ? 'workbench-sheet__cell' : 'workbench-sheet__cell--none'}
          >
            {booked > 0 ? words.cell(booked, came) : '–'}
          </View>
        )),
      ])}
    </View>
  )
}
