import type { Waiting } from '@yike/shared/workbench/schema'
import { useEffect, useRef, useState } from 'react'
import { focusOn } from '../platform/focus'
import { session } from '../platform/session'
import { tabMemory } from '../platform/tab-memory'
import { useKeys } from '../platform/use-keys'
import { lineId } from './line'
import { type Line, lineKey } from './view'
import { beginningIn, keptOf } from './view/opened'

const KEPT = 'desk.open'

const entryOf = (line: Line, key: string): Waiting | undefined =>
  [...(line.reports ?? []), line].find(entry => lineKey(entry) === key)

/**
 * Which case stands open beside the list. Where the desk itself has opened another, after a decision or because the one
 * that was open is gone, its reader has not met it yet: they stand before it, j steps to it, and until a step of theirs
 * no key decides it.
 */
export function useOpened(lines: readonly Line[]) {
  const [picked, setPicked] = useState({ key: '', index: 0, isMet: true })
  const found = lines.findIndex(line => entryOf(line, picked.key))
  const first =
    found < 0 && picked.key === ''
      ? beginningIn(lines, session.owner(), tabMemory.read(KEPT))
      : { index: picked.index, isMet: false }
  // Where the picked line was, the next one is now.
  const index = found < 0 ? Math.min(first.index, lines.length - 1) : found
  const line = lines[index]
  const shown = line && (entryOf(line, picked.key) ?? line.reports?.[0] ?? line)
  // What stands open stays open: no line that comes in above it moves another case under the reader's hand.
  if (shown && lineKey(shown) !== picked.key) setPicked({ key: lineKey(shown), index, isMet: first.isMet })

  const latest = useRef({ lines, picked })
  latest.current = { lines, picked }
  const kept = line && keptOf(session.owner(), line)
  useEffect(() => {
    if (kept) tabMemory.write(KEPT, kept)
  }, [kept])

  const open = (next: Waiting, isMet = true) => {
    const at = latest.current.lines.findIndex(one => entryOf(one, lineKey(next)))
    setPicked({ key: lineKey(next), index: at, isMet })
  }
  const step = (next: Waiting | undefined) => {
    if (!next) return
    open(next)
    focusOn(lineId(next))
  }
  const isOpen = (entry: Waiting) => latest.current.picked.key === lineKey(entry)
  useKeys({ j: () => step(lines[picked.isMet ? index + 1 : index]), k: () => step(lines[index - 1]) })

  return {
    line,
    shown,
    isMet: picked.isMet,
    open,
    step,
    meet: () => setPicked(before => (before.isMet ? before : { ...before, isMet: true })),
    /** Now, whatever was open when it was asked. */
    isOpen,
    /** What is decided gives its place to the next, unless its reader has gone on already. */
    leave(done: Waiting) {
      if (!isOpen(done)) return
      const all = latest.current.lines
      const at = all.findIndex(one => entryOf(one, lineKey(done)))
      // The other hours of the task come first: they are the same line still.
      const left = all[at]?.reports?.find(report => lineKey(report) !== lineKey(done))
      const next = left ?? all[at + 1] ?? all[at - 1]
      if (!next) return
      open(next, false)
      focusOn(lineId(next))
    },
  }
}
