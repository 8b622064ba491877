import { View } from '@tarojs/components'
import type { Shift } from '@yike/shared/booking/rules/staffing'
import { MOST_SHIFTS } from '@yike/shared/booking/schema/roster'
import { Button, Field, Section, Toggle } from '../ui'
import { aria } from '../ui/aria'
import { Pick } from '../ui/pick'
import './roster.css'
import { quarterOptions } from './view/roster'
import { rosterWords as words } from './words'

interface ShiftsProps {
  shifts: readonly Shift[]
  /** By the place in the list. */
  wrong: ReadonlyMap<number, string>
  onChange: (shifts: Shift[]) => void
}

const starts = quarterOptions(0, 24 * 60 - 15)
const ends = quarterOptions(15, 24 * 60)
const fresh: Shift = { name: '', fromMinute: 8 * 60, toMinute: 17 * 60 }

const groupOf = ({ name }: Shift) => aria({ role: 'group', label: name || words.name })

/** Who is on duty from when to when, and who of them is away. */
export function RosterShifts({ shifts, wrong, onChange }: ShiftsProps) {
  const write = (index: number, part: Partial<Shift>) =>
    onChange(shifts.map((shift, i) => (i === index ? { ...shift, ...part } : shift)))
  const away = (index: number, absent: boolean) =>
    onChange(
      shifts.map((shift, i) => {
        if (i !== index) return shift
        const { absent: _, ...there } = shift
        return absent ? { ...there, absent: true } : there
      }),
    )
  return (
    <Section title={words.onDuty}>
      {shifts.map((shift, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a shift has no name of its own while it is being written
        <View key={index} className="workbench-roster__shift" {...groupOf(shift)}>
          <View className="workbench-roster__name">
            <Field
              label={words.name}
              value={shift.name}
              maxLength={20}
              {...(wrong.get(index) && { error: wrong.get(index) ?? '' })}
              onChange={name => write(index, { name })}
            />
          </View>
          <Pick
            label={words.from}
            options={starts}
            value={String(shift.fromMinute)}
            onChange={minute => write(index, { fromMinute: Number(minute) })}
          />
          <Pick
            label={words.to}
            options={ends}
            value={String(shift.toMinute)}
            onChange={minute => write(index, { toMinute: Number(minute) })}
          />
          <View className="workbench-roster__away">
            <Toggle
              label={shift.name ? words.presentOf(shift.name) : words.present}
              on={!shift.absent}
              onChange={present => away(index, !present)}
            />
            <Button
              compact
              kind="bare"
              label={words.dropOf(shift.name)}
              onTap={() => onChange(shifts.filter((_, i) => i !== index))}
            >
              {words.drop}
            </Button>
          </View>
        </View>
      ))}
      {shifts.length < MOST_SHIFTS && (
        <View className="workbench-roster__acts">
          <Button compact kind="calm" onTap={() => onChange([...shifts, fresh])}>
            {words.add}
          </Button>
        </View>
      )}
    </Section>
  )
}
