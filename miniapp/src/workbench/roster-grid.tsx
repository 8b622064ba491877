import { View } from '@tarojs/components'
import { QUARTER_MINUTES } from '@yike/shared/booking/calendar'
import type { RosterClass } from '@yike/shared/booking/schema/roster'
import { clockOfMinute, type LocalDate } from '@yike/shared/kernel/time'
import { spokenList, weekdayName } from '../platform/spoken'
import { Group, Tag, Tap } from '../ui'
import { aria } from '../ui/aria'
import './roster-grid.css'
import { summaryOf } from './view/roster'
import { type Bar, weekGrid } from './view/roster-week'
import { rosterWords as words } from './words'

interface GridProps {
  of: RosterClass
  on: LocalDate
}

const spokenOn = (on: LocalDate) => words.day(weekdayName(on), Number(on.slice(8)))

/** Marks a day that was set for itself. */
const Own = () => <Tag tone="waiting">{words.own}</Tag>

/** At a desk: a column for each day, a line for each quarter-hour, as wide as the room is full. */
export function RosterGrid({ of, on }: GridProps) {
  const { hours, days } = weekGrid(of)
  const first = hours[0]
  if (first === undefined) return null
  const row = (minute: number) => (minute - first * 60) / QUARTER_MINUTES + 1
  return (
    <View>
      <View className="workbench-sheet__note">{words.gridHow}</View>
      <View className="workbench-grid">
        <View />
        {days.map(day => (
          <View
            key={day.on}
            className={`workbench-grid__head${day.on === on ? ' workbench-grid__head--on' : ''}`}
          >
            <View>{spokenOn(day.on)}</View>
            {day.isOwn && <Own />}
          </View>
        ))}
        <View className="workbench-grid__hours" {...aria({ hidden: true })}>
          {hours.map(hour => (
            <View key={hour} className="workbench-grid__hour">
              {clockOfMinute(hour * 60)}
            </View>
          ))}
        </View>
        {days.map(day => (
          <View
            key={day.on}
            className="workbench-grid__day"
            {...aria({ role: 'img', label: spokenList(spokenOn(day.on), day.said) })}
          >
            {day.bars.map(one => (
              <Drawn key={one.minute} of={one} at={`grid-row: ${row(one.minute)} / span ${one.length}`} />
            ))}
            {day.runs
              .filter(({ fromMinute, toMinute }) => toMinute - fromMinute >= 2 * QUARTER_MINUTES)
              .map(({ fromMinute, seats, booked }) => (
                <View
                  key={fromMinute}
                  className={`workbench-grid__count${booked > seats ? ' workbench-grid__count--over' : ''}`}
                  style={`grid-row: ${row(fromMinute)} / span 2`}
                >
                  {`${booked}/${seats}`}
                </View>
              ))}
          </View>
        ))}
      </View>
    </View>
  )
}

function Drawn({ of: { seats, booked, isOver }, at }: { of: Bar; at: string }) {
  return (
    <View
      className={`workbench-bar${isOver ? ' workbench-bar--over' : ''}`}
      style={`--seats: ${Math.max(seats, booked)}%; --booked: ${booked}%; ${at}`}
    />
  )
}

interface DaysProps extends GridProps {
  onPick: (on: LocalDate) => void
}

/** On a phone: the days one below the other, each with its quarter-hours from left to right. */
export function RosterDays({ of, on, onPick }: DaysProps) {
  const { hours, days } = weekGrid(of)
  return (
    <View>
      <View className="workbench-sheet__note">{words.stripHow}</View>
      <Group role="tablist" label={words.week}>
        {days.map((day, i) => {
          const { shifts = [], affected = 0 } = of.days[i] ?? {}
          const { present, absent, seats } = summaryOf(of, shifts)
          return (
            <Tap
              key={day.on}
              role="tab"
              className={`workbench-days__one${day.on === on ? ' workbench-days__one--on' : ''}`}
              selected={day.on === on}
              onTap={() => onPick(day.on)}
            >
              <View className="workbench-days__head">
                <View className="workbench-days__day">{spokenOn(day.on)}</View>
                <View>
                  {spokenList(words.carers(present), words.seats(seats), absent > 0 && words.away(absent))}
                </View>
                {day.isOwn && <Own />}
                {affected > 0 && <Tag tone="danger">{words.shortTag(affected)}</Tag>}
              </View>
              {/* What its colours say stands in numbers on the sheet of the day. */}
              <View
                className="workbench-strip"
                style={`--hours: ${hours.length}`}
                {...aria({ hidden: true })}
              >
                {day.bars.map(one => (
                  <Drawn key={one.minute} of={one} at={`flex: ${one.length}`} />
                ))}
              </View>
            </Tap>
          )
        })}
      </Group>
    </View>
  )
}
