import { View } from '@tarojs/components'
import type { Waiting } from '@yike/shared/workbench/schema'
import { type ReactNode, useState } from 'react'
import { useCommunities } from '../identity/use-identity'
import { focusOn, readOn } from '../platform/focus'
import { now } from '../platform/spoken'
import { useListKeys } from '../platform/use-keys'
import { isFresh } from '../platform/use-query'
import { useStale } from '../platform/use-stale'
import { Group, Loaded, Stale, Tap } from '../ui'
import { aria } from '../ui/aria'
import { CaseSheet } from './case-sheet'
import { CommunityChoice } from './community-choice'
import { Decide } from './decide'
import './desk.css'
import { Doubt } from './doubt'
import { lineId } from './line'
import { Lines } from './lines'
import { PlaceSheet } from './place-sheet'
import { Reports } from './reports'
import { SeasonDesk } from './season-desk'
import { TaskSheet } from './task-sheet'
import { useSeasonDesk } from './use-season'
import { type Board, settle, useCase } from './use-workbench'
import { filterOptions, isCase, type Line, lineKey, movedAt, viewOf, type WhichCase } from './view'
import { words } from './words'

const CASE = 'workbench-case'

/** The queue on a wide screen: list and case side by side; j and k move through the list. */
export function Desk({ board }: { board: Board }) {
  const { lines } = board
  const [picked, setPicked] = useState({ key: '', index: 0 })
  const found = lines.findIndex(line => lineKey(line) === picked.key)
  // Where the picked line was, the next one is now.
  const index = found < 0 ? Math.min(picked.index, lines.length - 1) : found
  const line = lines[index]
  // What stands open stays open: no line that comes in above it moves another case under the reader's hand.
  if (line && lineKey(line) !== picked.key) setPicked({ key: lineKey(line), index })

  const pick = (next: Waiting) => {
    setPicked({ key: lineKey(next), index: lines.indexOf(next) })
    focusOn(lineId(next))
  }
  useListKeys(lines, index, pick)

  const onDone = (sentence: string, done: Line | undefined = line) => {
    if (!line || !done) return
    // The other hours of the task come first: they are the same line still.
    const left = line.reports?.find(report => lineKey(report) !== lineKey(done))
    const next = lines[index + 1] ?? lines[index - 1]
    if (left) setPicked({ key: lineKey(left), index })
    else if (next) pick(next)
    settle(lineKey(done), sentence)
    board.queue.first.refresh()
  }
  // Arrows move in the list, and the focus with them; what stands open is read when it is meant once more.
  const onOpen = (next: Waiting) => (next === line ? readOn(CASE) : pick(next))
  return (
    <View className="workbench-desk">
      <View className="workbench-desk__list">
        <CommunityChoice communities={board.communities} value={board.community} onChange={board.choose} />
        <Lines board={board} selected={line} onOpen={onOpen} kinds={<Kinds board={board} />} />
      </View>
      <View id={CASE} className="workbench-desk__case" {...aria({ role: 'region', label: words.case })}>
        {line && (
          <Opened key={lineKey(line)} line={line} onDone={onDone} onMoved={board.queue.first.refresh} />
        )}
      </View>
    </View>
  )
}

/** Which kind is listed; what none waits of is left out. */
function Kinds({ board: { waiting, filter, setFilter } }: { board: Board }) {
  const options = filterOptions(waiting).filter(({ value, count }) => count > 0 || value === filter)
  return (
    <Group role="radiogroup" label={words.kinds} className="workbench-desk__kinds">
      {options.map(({ value, label, count }) => (
        <Tap
          key={value}
          role="radio"
          className={`workbench-desk__kind${value === filter ? ' workbench-desk__kind--on' : ''}`}
          selected={value === filter}
          onTap={() => setFilter(value)}
        >
          {label}
          <View className="workbench-desk__count">{count}</View>
        </Tap>
      ))}
    </Group>
  )
}

interface OpenedProps {
  line: Line
  /** `done`: which of the hours that are one line. */
  onDone: (sentence: string, done?: Line) => void
}

function Opened({ line, onDone, onMoved }: OpenedProps & { onMoved: () => unknown }) {
  if (line.reports) return <OpenReports reports={line.reports} onDone={onDone} />
  if (isCase(line)) return <OpenCase line={line} onDone={onDone} />
  if (line.kind === 'place') return <OpenPlace line={line} onDone={onDone} />
  if (line.kind === 'season') return <OpenSeason seasonId={line.caseId} onMoved={onMoved} />
  return (
    <View className="workbench-desk__sheet">
      <TaskSheet taskId={line.caseId} onDone={onDone} />
    </View>
  )
}

/** Hours that several reported of one task: one of them is open, the others a step away. */
function OpenReports({ reports, onDone }: Pick<OpenedProps, 'onDone'> & { reports: readonly Waiting[] }) {
  const [picked, setPicked] = useState('')
  const shown = reports.find(report => lineKey(report) === picked) ?? reports[0]
  if (!shown || !isCase(shown)) return null
  return (
    <OpenCase
      key={lineKey(shown)}
      line={shown}
      above={<Reports reports={reports} shown={shown} onOpen={report => setPicked(lineKey(report))} />}
      onDone={sentence => onDone(sentence, shown)}
    />
  )
}

interface OpenCaseProps {
  line: Waiting & WhichCase
  above?: ReactNode
  onDone: (sentence: string) => void
}

function OpenCase({ line, above, onDone }: OpenCaseProps) {
  const query = useCase(line)
  const stale = useStale(query.refresh)
  return (
    <Loaded query={query}>
      {shown => (
        <View className="workbench-desk__sheet">
          {above}
          <CaseSheet shown={shown} line={line} at={now()} />
          <View className="workbench-desk__decide">
            <Stale stale={stale} became={viewOf(shown, now()).state.word} />
            {isFresh(query) && <Decide key={movedAt(shown)} shown={shown} onDone={onDone} stale={stale} />}
          </View>
        </View>
      )}
    </Loaded>
  )
}

/** A season whose number is known: once it is entered the season leaves the list. */
function OpenSeason({ seasonId, onMoved }: { seasonId: string; onMoved: () => unknown }) {
  const query = useSeasonDesk(seasonId)
  const stale = useStale(query.refresh)
  const onChanged = async () => {
    await query.refresh()
    await onMoved()
  }
  return (
    <View className="workbench-desk__sheet">
      <Stale stale={stale} />
      <Loaded query={query}>
        {season => <SeasonDesk season={season} stale={stale} onChanged={onChanged} />}
      </Loaded>
    </View>
  )
}

/** An entry of the directory that somebody has to look at again. */
function OpenPlace({ line, onDone }: OpenedProps) {
  const { caseId: placeId, offeringId, wording } = line
  const communities = useCommunities()
  return (
    <View className="workbench-desk__sheet">
      <Doubt placeId={placeId} offeringId={offeringId} wording={wording} />
      <PlaceSheet
        placeId={placeId}
        communities={communities.state === 'ready' ? communities.value.communities : []}
        onDone={onDone}
      />
    </View>
  )
}
