import { View } from '@tarojs/components'
import type { Rosters } from '@yike/shared/booking/schema/roster'
import { clockOf, type LocalDate, localDate } from '@yike/shared/kernel/time'
import { useState } from 'react'
import { focusOn, readOn } from '../platform/focus'
import { open } from '../platform/route'
import { now, spokenList } from '../platform/spoken'
import { useListKeys } from '../platform/use-keys'
import { useRepeat } from '../platform/use-repeat'
import { Button, Empty, Loaded, Segments, Stack } from '../ui'
import './roster.css'
import { ROSTER_DAY, RosterDaySheet } from './roster-day'
import { RosterDays, RosterGrid } from './roster-grid'
import { cellId, RosterTable } from './roster-table'
import './sheet.css'
import { useRosters } from './use-roster'
import { mondayOf } from './view/sheet'
import { WeekTurn } from './week-turn'
import { rosterWords as words } from './words'

const EVERY_MINUTE_MS = 60_000

interface WeekProps {
  placeId: string
  on: LocalDate | undefined
  offeringId: string | undefined
  wide: boolean
}

/** A week of a place: each class, each day. */
export function RosterWeek({ placeId, on: asked, offeringId: askedClass, wide }: WeekProps) {
  const today = localDate(now())
  const [on, setOn] = useState<LocalDate>(asked ?? today)
  const [which, setWhich] = useState(askedClass ?? '')
  const query = useRosters(placeId, mondayOf(on))
  useRepeat(EVERY_MINUTE_MS, query.refresh)
  const pick = (offeringId: string, day: LocalDate) => {
    setWhich(offeringId)
    setOn(day)
  }
  return (
    <>
      <WeekTurn on={on} today={today} words={words} onChange={setOn}>
        <Button compact kind="bare" onTap={() => open('/workbench/pages/roster')}>
          {words.otherPlace}
        </Button>
      </WeekTurn>
      <Loaded query={query}>
        {rosters => (
          <Classes
            placeId={placeId}
            rosters={rosters}
            on={on}
            which={which}
            wide={wide}
            onPick={pick}
            onChanged={query.refresh}
          />
        )}
      </Loaded>
    </>
  )
}

interface ClassesProps {
  placeId: string
  rosters: Rosters
  on: LocalDate
  which: string
  wide: boolean
  onPick: (offeringId: string, on: LocalDate) => void
  onChanged: () => Promise<void>
}

function Classes({ placeId, rosters, on, which, wide, onPick, onChanged }: ClassesProps) {
  const { placeName, classes, asOf } = rosters
  const shown = classes.find(({ offeringId }) => offeringId === which) ?? classes[0]
  const day = shown?.days.find(one => one.on === on)
  const cells = classes.flatMap(({ offeringId, days }) => days.map(one => ({ offeringId, on: one.on })))
  useListKeys(
    wide ? cells : [],
    cells.findIndex(cell => cell.offeringId === shown?.offeringId && cell.on === on),
    cell => {
      onPick(cell.offeringId, cell.on)
      focusOn(cellId(cell))
    },
  )
  if (!shown || !day)
    return (
      <Empty
        title={words.none}
        text={words.noneText}
        icon="people"
        action={{
          label: words.offerings,
          onTap: () => open('/workbench/pages/offerings', { placeId }),
        }}
      />
    )
  return (
    <Stack>
      <View className="workbench-roster__head">
        <View className="workbench-door__place">{placeName}</View>
        <View className="workbench-sheet__note">{words.asOf(clockOf(asOf))}</View>
      </View>
      {wide ? (
        <>
          <RosterTable classes={classes} shown={shown} on={on} onPick={onPick} />
          <RosterGrid of={shown} on={on} />
        </>
      ) : (
        <>
          {classes.length > 1 && (
            <Segments
              label={words.class}
              options={classes.map(({ offeringId, names }) => ({
                value: offeringId,
                label: spokenList(...names),
              }))}
              value={shown.offeringId}
              onChange={offeringId => onPick(offeringId, on)}
            />
          )}
          <RosterDays
            of={shown}
            on={on}
            onPick={next => {
              onPick(shown.offeringId, next)
              readOn(ROSTER_DAY)
            }}
          />
        </>
      )}
      <RosterDaySheet
        key={`${shown.offeringId} ${on}`}
        placeId={placeId}
        classes={classes}
        shown={shown}
        day={day}
        onChanged={onChanged}
      />
    </Stack>
  )
}
