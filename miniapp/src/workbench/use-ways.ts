import { useRouter } from '@tarojs/taro'
import { open } from '../platform/route'
import { useMe } from '../platform/session'
import type { IconName } from '../ui/icon-names'
import { openLastRoster } from './use-roster'
import { openLastSheet } from './use-sheet'
import {
  callWords,
  coverageWords,
  holidayWords,
  rosterWords,
  seasonDeskWords,
  sheetWords,
  staffWords,
  teamWords,
  words,
} from './words'

export interface Way {
  /** Its own page, and the ones that are reached from there. */
  readonly pages: readonly [string, ...string[]]
  readonly icon: IconName
  readonly label: string
  readonly go: () => void
}

const to = (page: string) => () => open(`/workbench/pages/${page}`)

/** Where staff go: at a desk all of it stands in the rail, on a phone below the queue. */
const waysOf = (roles: readonly string[]): readonly Way[] => [
  { pages: ['queue', 'case', 'task'], icon: 'check', label: words.queue, go: to('queue') },
  { pages: ['places', 'place', 'offerings'], icon: 'pin', label: words.places, go: to('places') },
  {
    pages: ['sheet', 'class', 'book-for', 'door'],
    icon: 'calendar',
    label: sheetWords.link,
    go: openLastSheet,
  },
  { pages: ['roster'], icon: 'people', label: rosterWords.title, go: openLastRoster },
  {
    pages: ['seasons', 'season', 'season-new'],
    icon: 'ticket',
    label: seasonDeskWords.title,
    go: to('seasons'),
  },
  { pages: ['teams'], icon: 'volunteer', label: teamWords.title, go: to('teams') },
  { pages: ['calls'], icon: 'call', label: callWords.title, go: to('calls') },
  { pages: ['coverage'], icon: 'map', label: coverageWords.link, go: to('coverage') },
  { pages: ['holidays'], icon: 'clock', label: holidayWords.title, go: to('holidays') },
  ...(roles.includes('supervisor')
    ? [{ pages: ['staff'], icon: 'person', label: staffWords.title, go: to('staff') } as const]
    : []),
  { pages: ['publish'], icon: 'plus', label: words.publish, go: to('publish') },
]

export const useWays = (): readonly Way[] => waysOf(useMe()?.roles ?? [])

/** Which page of the workbench this is: the last part of its address. */
export const useHere = (): string => useRouter().path.split('?')[0]?.split('/').at(-1) ?? ''
