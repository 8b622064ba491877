import { View } from '@tarojs/components'
import type { Waiting } from '@yike/shared/workbench/schema'
import { useState } from 'react'
import { useCommunities } from '../identity/use-identity'
import { focusOn, readOn } from '../platform/focus'
import { now } from '../platform/spoken'
import { useListKeys } from '../platform/use-keys'
import { isFresh } from '../platform/use-query'
import { useStale } from '../platform/use-stale'
import { Loaded, Stale } from '../ui'
import { aria } from '../ui/aria'
import { CaseSheet } from './case-sheet'
import { Decide } from './decide'
import './desk.css'
import { Doubt } from './doubt'
import { lineId } from './line'
import { Lines } from './lines'
import { PlaceSheet } from './place-sheet'
import { Rail } from './rail'
import { SeasonDesk } from './season-desk'
import { TaskSheet } from './task-sheet'
import { useSeasonDesk } from './use-season'
import { type Board, settle, useCase } from './use-workbench'
import { isCase, lineKey, movedAt, viewOf, type WhichCase } from './view'
import { words } from './words'

const CASE = 'workbench-case'

/** The workbench on a wide screen: rail, list and case side by side; j and k move through the list. */
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

  const onDone = (sentence: string) => {
    if (!line) return
    const next = lines[index + 1] ?? lines[index - 1]
    if (next) pick(next)
    settle(lineKey(line), sentence)
    board.queue.first.refresh()
  }
  const onOpen = (next: Waiting) => {
    setPicked({ key: lineKey(next), index: lines.indexOf(next) })
    readOn(CASE)
  }
  return (
    <View className="workbench-desk">
      <Rail board={board} />
      <View className="workbench-desk__list">
        <Lines board={board} selected={line} onOpen={onOpen} />
      </View>
      <View id={CASE} className="workbench-desk__case" {...aria({ role: 'region', label: words.case })}>
        {line && (
          <Opened key={lineKey(line)} line={line} onDone={onDone} onMoved={board.queue.first.refresh} />
        )}
      </View>
    </View>
  )
}

interface OpenedProps {
  line: Waiting
  onDone: (sentence: string) => void
}

function Opened({ line, onDone, onMoved }: OpenedProps & { onMoved: () => unknown }) {
  if (isCase(line)) return <OpenCase line={line} onDone={onDone} />
  if (line.kind === 'place') return <OpenPlace line={line} onDone={onDone} />
  if (line.kind === 'season') return <OpenSeason seasonId={line.caseId} onMoved={onMoved} />
  return (
    <View className="workbench-desk__sheet">
      <TaskSheet taskId={line.caseId} onDone={onDone} />
    </View>
  )
}

function OpenCase({ line, onDone }: { line: Waiting & WhichCase; onDone: (sentence: string) => void }) {
  const query = useCase(line)
  const stale = useStale(query.refresh)
  return (
    <Loaded query={query}>
      {shown => (
        <View className="workbench-desk__sheet">
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
