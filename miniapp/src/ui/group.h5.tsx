import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { aria } from './aria'
import type { GroupProps } from './types'

const MEMBERS = ':is([role=radio], [role=tab], [role=menuitemradio]):not(:disabled)'
/** Ways are buttons, and each of them is a stop, as buttons are. */
const WAYS = 'button:not(:disabled)'
const membersOf = (group: HTMLElement): HTMLElement[] => [
  ...group.querySelectorAll<HTMLElement>(group.matches('[role=group]') ? WAYS : MEMBERS),
]
const isOn = (member: HTMLElement): boolean => member.matches('[aria-checked=true], [aria-selected=true]')

const places: Readonly<Record<string, (at: number, length: number) => number>> = {
  ArrowRight: (at, length) => (at + 1) % length,
  ArrowDown: (at, length) => (at + 1) % length,
  ArrowLeft: (at, length) => (at - 1 + length) % length,
  ArrowUp: (at, length) => (at - 1 + length) % length,
  Home: () => 0,
  End: (_, length) => length - 1,
}

/** What a radio or a tab says is there at once; a way or a menu leads elsewhere, and waits for Enter. */
function move(event: KeyboardEvent<HTMLElement>): void {
  const place = places[event.key]
  const members = membersOf(event.currentTarget)
  const at = members.indexOf(event.target as HTMLElement)
  if (!place || at === -1 || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  const next = members[place(at, members.length)]
  next?.focus()
  if (next?.matches('[role=radio], [role=tab]')) next.click()
}

/**
 * One of some is on: one stop of the Tab key, arrows move in it (ARIA APG, Radio Group and Tabs patterns). Among ways they
 * only move.
 */
export function Group({ role, label, required, className, children }: GroupProps) {
  const box = useRef<HTMLDivElement>(null)
  // Before it is drawn: whoever is at the Tab key already finds one stop.
  useLayoutEffect(() => {
    const members = box.current && role !== 'group' ? membersOf(box.current) : []
    const stop = members.find(isOn) ?? members[0]
    for (const member of members) member.tabIndex = member === stop ? 0 : -1
  })
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the role comes by `aria`.
    <div ref={box} className={className} onKeyDown={move} {...aria({ role, label, required })}>
      {children}
    </div>
  )
}
