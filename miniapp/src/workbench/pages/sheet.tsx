import { View } from '@tarojs/components'
import type { BookingKind } from '@yike/shared/booking/kinds'
import type { Sheet } from '@yike/shared/booking/schema/presence'
import { clockOf, type LocalDate, localDate } from '@yike/shared/kernel/time'
import { useState } from 'react'
import { open, useParams } from '../../platform/route'
import { now, weekdayName } from '../../platform/spoken'
import { useRepeat } from '../../platform/use-repeat'
import { useWide } from '../../platform/use-wide'
import { Button, Empty, Loaded, Segments, Stack } from '../../ui'
import { ChoosePlace } from '../choose-place'
import '../sheet.css'
import { SheetLines } from '../sheet-lines'
import { SheetTake, SheetUse } from '../sheet-use'
import { SheetWeek } from '../sheet-week'
import { StaffScreen } from '../staff-screen'
import { useKeptMarks, useSheet } from '../use-sheet'
import { countsOf, daysOf, mondayOf } from '../view/sheet'
import { WeekTurn } from '../week-turn'
import { callerWords, classWords, rosterWords, sheetWords as words } from '../words'

const EVERY_MINUTE_MS = 60_000

/** Who comes to a place, day by day, and who came. */
export default function SheetPage() {
  const { placeId, on } = useParams()
  const wide = useWide()
  return (
    <StaffScreen wide={wide && placeId !== undefined} title={words.title}>
      {placeId ? (
        <Week placeId={placeId} on={on} wide={wide} />
      ) : (
        <ChoosePlace
          has="bookings"
          note={words.pickPlaceText}
          onPick={picked => open('/workbench/pages/sheet', { placeId: picked })}
        />
      )}
    </StaffScreen>
  )
}

/** Colleagues and the code at the door mark too. */
function Week({ placeId, on: asked, wide }: { placeId: string; on: LocalDate | undefined; wide: boolean }) {
  const today = localDate(now())
  const [on, setOn] = useState<LocalDate>(asked ?? today)
  const query = useSheet(placeId, mondayOf(on))
  useRepeat(EVERY_MINUTE_MS, query.refresh)
  return (
    <>
      <WeekTurn on={on} today={today} words={words} onChange={setOn}>
        {wide && <Acts placeId={placeId} on={on} kinds={kindsIn(query)} compact />}
        <Button compact kind="bare" onTap={() => open('/workbench/pages/sheet')}>
          {rosterWords.otherPlace}
        </Button>
      </WeekTurn>
      <Loaded query={query}>
        {sheet => <Shown sheet={sheet} placeId={placeId} on={on} wide={wide} onDay={setOn} />}
      </Loaded>
    </>
  )
}

const kindsIn = (query: ReturnType<typeof useSheet>) =>
  query.state === 'loading' ? [] : (query.value?.lines.map(({ kind }) => kind) ?? [])

interface ShownProps {
  sheet: Sheet
  placeId: string
  on: LocalDate
  wide: boolean
  onDay: (on: LocalDate) => void
}

function Shown({ sheet, placeId, on, wide, onDay }: ShownProps) {
  const kept = useKeptMarks()
  const days = daysOf(mondayOf(on), sheet.lines)
  const lines = days.find(day => day.on === on)?.lines ?? []
  const { booked, came, absent } = countsOf(lines)
  return (
    <Stack>
      <View className="workbench-door__place">{sheet.placeName}</View>
      {wide && <SheetWeek days={days} />}
      <Segments
        label={words.week}
        options={days.map(day => ({
          value: day.on,
          label: words.day(weekdayName(day.on), Number(day.on.slice(8))),
          ...(day.lines.length > 0 && { count: day.lines.length }),
        }))}
        value={on}
        onChange={onDay}
      />
      {lines.length === 0 ? (
        <Empty title={words.none} text={words.noneText} icon="calendar" />
      ) : (
        <>
          <View className="workbench-sheet__note">
            {`${words.counts(booked, came, absent)} · ${words.asOf(clockOf(sheet.asOf))}`}
          </View>
          <SheetLines placeId={placeId} lines={lines} kept={kept} at={now()} />
          <View className="workbench-sheet__note">{words.marksText}</View>
        </>
      )}
      <SheetUse utilisation={sheet.utilisation} />
      <SheetTake placeId={placeId} placeName={sheet.placeName} monday={mondayOf(on)} />
      {!wide && <Acts placeId={placeId} on={on} kinds={sheet.lines.map(({ kind }) => kind)} />}
    </Stack>
  )
}

interface ActsProps {
  placeId: string
  on: LocalDate
  /** What is booked there. */
  kinds: readonly BookingKind[]
  compact?: boolean
}

/** At a desk beside the weeks, on a phone below the list. */
function Acts({ placeId, on, kinds, compact = false }: ActsProps) {
  return (
    <>
      {kinds.includes('childcare') && (
        <Button compact={compact} kind="calm" onTap={() => open('/workbench/pages/class', { placeId, on })}>
          {classWords.open}
        </Button>
      )}
      {kinds.some(kind => kind === 'childcare' || kind === 'elderCare') && (
        <Button compact={compact} kind="calm" onTap={() => open('/workbench/pages/roster', { placeId, on })}>
          {rosterWords.open}
        </Button>
      )}
      <Button compact={compact} kind="go" onTap={() => open('/workbench/pages/book-for', { placeId })}>
        {callerWords.open}
      </Button>
      <Button compact={compact} kind="calm" onTap={() => open('/workbench/pages/door', { placeId })}>
        {words.door}
      </Button>
    </>
  )
}
