import { localDate } from '@yike/shared/kernel/time'
import { useState } from 'react'
import type { PagedDays } from '../booking/use-days'
import { canBook, dayCells, firstFree, slotGroups } from '../booking/view'
import { words } from '../booking/words'
import { now } from '../platform/spoken'
import { Empty } from '../ui'
import { DayStrip, SlotGrid } from '../ui/calendar'

interface StaffSlotsProps {
  next: PagedDays
  days: Parameters<typeof firstFree>[0]
  value: string | null
  onChange: (startAt: string) => void
}

/** What staff can book on the days that are shown, the soonest first. */
export function StaffSlots({ days, next, value, onChange }: StaffSlotsProps) {
  const soonest = firstFree(days)
  const [on, setOn] = useState(soonest ? localDate(soonest.startAt) : days[0]?.on)
  const day = days.find(one => one.on === on)
  return (
    <>
      <DayStrip days={dayCells(days, now())} value={on ?? null} onChange={setOn} next={next} />
      {day?.slots.some(canBook) ? (
        <SlotGrid groups={slotGroups(day)} value={value} onChange={onChange} />
      ) : (
        <Empty title={words.noneThatDay} icon="calendar" />
      )}
    </>
  )
}
