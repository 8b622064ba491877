import { View } from '@tarojs/components'
import type { Waiting } from '@yike/shared/workbench/schema'
import { type ReactNode, useState } from 'react'
import { useCommunities } from '../identity/use-identity'
import { readOn } from '../platform/focus'
import { useOnline } from '../platform/network'
import { now } from '../platform/spoken'
import { useKeys } from '../platform/use-keys'
import { isFresh } from '../platform/use-query'
import { useStale } from '../platform/use-stale'
import { Facts, Group, Loaded, Notice, Stale, Tap } from '../ui'
import { aria } from '../ui/aria'
import { CaseSheet } from './case-sheet'
import { CommunityChoice } from './community-choice'
import { Decide } from './decide'
import './desk.css'
import { Doubt } from './doubt'
import { Lines } from './lines'
import { PlaceSheet } from './place-sheet'
import { Reports } from './reports'
import { SeasonDesk } from './season-desk'
import { TaskSheet } from './task-sheet'
import { useOpened } from './use-opened'
import { useSeasonDesk } from './use-season'
import { type Board, sayRefused, settle, useCase } from './use-workbench'
import { filterOptions, isCase, type Line, lineKey, movedAt, viewOf, type WhichCase } from './view'
import { words } from './words'

const CASE = 'workbench-case'

/** The queue on a wide screen: list and case side by side. */
export function Desk({ board }: { board: Board }) {
  const { line, shown, isMet, meet, step, open, isOpen, leave } = useOpened(board.lines)
  const onDone = (sentence: string, done: Waiting | undefined = shown) => {
    if (!done) return
    leave(done)
    settle(lineKey(done), sentence)
    board.queue.first.refresh()
  }
  const onRefused = (sentence: string) => shown && !isOpen(shown) && sayRefused(sentence)
  // Arrows move in the list, and the focus with them; what stands open is read when it is meant once more.
  const onOpen = (next: Waiting) => {
    if (next !== line) return step(next)
    meet()
    readOn(CASE)
  }
  return (
    <View className="workbench-desk">
      <View className="workbench-desk__list">
        <CommunityChoice communities={board.communities} value={board.community} onChange={board.choose} />
        <Lines board={board} selected={line} onOpen={onOpen} kinds={<Kinds board={board} />} />
      </View>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the role comes by `aria`; whoever is in it has met the case. */}
      <div
        id={CASE}
        className="workbench-desk__case"
        onClick={meet}
        onKeyUp={({ key }) => key === 'Tab' && meet()}
        {...aria({ role: 'region', label: words.case })}
      >
        {line && !isMet && <Unmet key={`unmet ${lineKey(line)}`} />}
        {line && shown && (
          <Opened
            key={lineKey(line)}
            {...{ line, shown, isMet, open, onRefused }}
            onDone={onDone}
            onMoved={board.queue.first.refresh}
          />
        )}
      </div>
    </View>
  )
}

/** The desk has opened the next case by itself: which key takes it up, said aloud to who decides before they have. */
function Unmet() {
  const [isPressed, setPressed] = useState(false)
  const press = () => setPressed(true)
  useKeys({ a: press, d: press })
  if (isPressed) return <Notice tone="persimmon">{words.takeUpFirst}</Notice>
  return <View className="workbench-desk__unmet">{words.takeUp}</View>
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
  /** The line itself, or one of the hours that it stands for. */
  shown: Waiting
  isMet: boolean
  open: (entry: Waiting) => void
  onDone: (sentence: string) => void
  onRefused: (sentence: string) => void
  onMoved: () => unknown
}

function Opened({ line, shown, isMet, open, onDone, onRefused, onMoved }: OpenedProps) {
  if (isCase(shown)) {
    // Of hours that several reported of one task one is open, and the others are a step away.
    const above = line.reports && <Reports reports={line.reports} shown={shown} onOpen={open} />
    return <OpenCase key={lineKey(shown)} line={shown} {...{ isMet, above, onDone, onRefused }} />
  }
  if (line.kind === 'place') return <OpenPlace line={line} onDone={onDone} />
  if (line.kind === 'season') return <OpenSeason seasonId={line.caseId} onMoved={onMoved} />
  return (
    <View className="workbench-desk__sheet">
      <TaskSheet taskId={line.caseId} onDone={onDone} />
    </View>
  )
}

interface OpenCaseProps extends Pick<OpenedProps, 'isMet' | 'onDone' | 'onRefused'> {
  line: Waiting & WhichCase
  above?: ReactNode
}

function OpenCase({ line, isMet, above, onDone, onRefused }: OpenCaseProps) {
  const query = useCase(line)
  const isOnline = useOnline()
  const stale = useStale(query.refresh)
  return (
    <Loaded query={query}>
      {shown => (
        <View className="workbench-desk__sheet">
          {above}
          <CaseSheet shown={shown} line={line} at={now()} />
          <View className="workbench-desk__decide">
            <Stale stale={stale} became={viewOf(shown, now()).state.word} />
            {isFresh(query) ? (
              <Decide key={movedAt(shown)} byKey={isMet} {...{ shown, onDone, onRefused, stale }} />
            ) : (
              !isOnline && <Facts>{[words.whenOnline]}</Facts>
            )}
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
function OpenPlace({ line, onDone }: Pick<OpenedProps, 'line' | 'onDone'>) {
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
