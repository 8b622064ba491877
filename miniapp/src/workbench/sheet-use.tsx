import { View } from '@tarojs/components'
import type { Sheet } from '@yike/shared/booking/schema/presence'
import type { LocalDate } from '@yike/shared/kernel/time'
import { canDownload } from '../platform/download'
import { downloadWorkbook } from '../platform/workbook'
import { Button, Cell, Outcome, Section, Stack } from '../ui'
import './sheet.css'
import { useTakeAttendance } from './use-sheet'
import { attendanceRows } from './view/attendance'
import { hoursOf } from './view/sheet'
import { sheetWords as words } from './words'

/** How much of what was open was booked in a week: the place, then each of its rooms and classes. */
export function SheetUse({ utilisation: { booked, open, of } }: Pick<Sheet, 'utilisation'>) {
  if (of.length === 0) return null
  return (
    <Section title={words.used} aside={words.share(booked, open)}>
      {of.map(one => (
        <Cell
          key={one.name}
          title={one.name}
          note={words.hours(hoursOf(one.booked), hoursOf(one.open))}
          aside={<View className="workbench-sheet__share">{words.share(one.booked, one.open)}</View>}
        />
      ))}
      <View className="workbench-sheet__note">{words.usedText}</View>
    </Section>
  )
}

interface SheetTakeProps {
  placeId: string
  placeName: string
  monday: LocalDate
}

/** The week to take along; at a desk only. */
export function SheetTake({ placeId, placeName, monday }: SheetTakeProps) {
  const taking = useTakeAttendance()
  if (!canDownload) return null
  const take = async () => {
    const taken = await taking.send({ placeId, from: monday, days: 7 })
    if (taken) await downloadWorkbook(words.file(placeName, monday), monday, attendanceRows(taken))
  }
  return (
    <Stack>
      <Outcome of={{ ...taking, unsent: null }} />
      <Button kind="calm" busy={taking.busy} onTap={take}>
        {words.take}
      </Button>
      <View className="workbench-sheet__note">{words.takeText}</View>
    </Stack>
  )
}
