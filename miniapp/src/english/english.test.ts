import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import * as booking from '../booking/words'
import * as elderBooking from '../booking/words/elder'
import * as seriesBooking from '../booking/words/series'
import * as bulletin from '../bulletin/words'
import * as circle from '../circle/words'
import * as elderCircle from '../circle/words/elder'
import * as identity from '../identity/words'
import * as elderIdentity from '../identity/words/elder'
import * as microproject from '../microproject/words'
import * as elderMicroproject from '../microproject/words/elder'
import { chineseTables, speak } from '../platform/language'
import { now, spokenDay, spokenMinutes } from '../platform/spoken'
import * as platform from '../platform/words'
import * as ui from '../ui/words'
import * as volunteer from '../volunteer/words'
import * as elderVolunteer from '../volunteer/words/elder'
import * as workbench from '../workbench/words'
import { english } from '.'
import { platform as platformInEnglish } from './platform'

const modules = {
  booking: { ...booking, ...elderBooking, ...seriesBooking },
  bulletin,
  circle: { ...circle, ...elderCircle },
  identity: { ...identity, ...elderIdentity },
  microproject: { ...microproject, ...elderMicroproject },
  platform,
  ui,
  volunteer: { ...volunteer, ...elderVolunteer },
  workbench,
}

/** Said in Chinese on purpose: the way back, the mini-program's name, and what the server reads in Chinese. */
const chinese =
  /^(circle|identity)\.words\.otherLanguage|^platform\.words\.titles\.english|一刻邻里|\d:\d\d–\d|^workbench\.(placeWords\.specialHoursExample|offeringWords\.off)$/

/** The entries of a table by their path; a function is called with digits, so that it says something. */
function entriesOf(path: string, value: unknown): [string, unknown][] {
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, inner]) => entriesOf(`${path}.${name}`, inner))
  return [[path, typeof value === 'function' ? value(...Array(value.length).fill('2')) : value]]
}

const isSpoken = ([path]: [string, unknown]) => !/\.tone$/.test(path)
const namesOf = (entries: [string, unknown][]) => entries.filter(isSpoken).map(([path]) => path)

const tables = chineseTables().map(({ name, chinese }) => {
  const [slice = '', own = ''] = name.split('.')
  const said = (english[slice] as Record<string, unknown> | undefined)?.[own]
  return [name, entriesOf(name, chinese), entriesOf(name, said)] as const
})

it('every page has an English title', () => {
  const pages = readdirSync(join(import.meta.dirname, '..'), { recursive: true, encoding: 'utf8' })
    .filter(file => /\/(pages|tab)\/.*\.config\.ts$/.test(file))
    .map(file => file.replace('.config.ts', ''))
    // The sandbox's own door is in nothing that is published, and so is its name.
    .filter(page => page !== 'identity/pages/enter')
  expect(Object.keys(platformInEnglish.words.titles).sort()).toEqual(pages.sort())
})

it('every slice of the phone has its tables open', () => {
  expect(tables.length).toBeGreaterThan(35)
  expect([...new Set(tables.map(([name]) => name.split('.')[0]))].sort()).toEqual(Object.keys(modules).sort())
})

it('each table is known by its slice and its own name', () => {
  for (const [name] of tables) {
    const [slice, own = ''] = name.split('.')
    expect(Object.keys(modules[slice as keyof typeof modules]), name).toContain(own)
  }
})

describe.each(tables)('%s in English', (name, inChinese, inEnglish) => {
  it('says every entry and no other', () => {
    // Titles stand in the configs of pages; an age may be typed in either language.
    const free = (path: string) => !/^platform\.words\.titles|\.ageUnits\./.test(path)
    expect(namesOf(inEnglish).filter(free).sort()).toEqual(namesOf(inChinese).filter(free).sort())
  })

  it('says it in English', () => {
    const left = inEnglish.filter(
      ([path, said]) =>
        /\p{Script=Han}/u.test(String(said)) && !chinese.test(path) && !chinese.test(String(said)),
    )
    expect(left, name).toEqual([])
  })
})

describe('on a phone that changes its language', () => {
  beforeAll(() => speak('en', english))

  it('the same table says it in English, keeps its colours, and goes back', () => {
    expect(ui.controlWords.back).toBe('Back')
    expect(booking.stateWords.confirmed).toEqual({ word: 'Booked', tone: 'green' })
    expect(spokenDay('2026-11-26', '2026-11-22T01:00:00.000Z')).toBe('Thu 26 Nov')
    expect(spokenMinutes(90)).toBe('1 h 30 min')
    speak('zh')
    expect(ui.controlWords.back).toBe('返回')
    expect(spokenDay('2026-11-26', '2026-11-22T01:00:00.000Z')).toBe('11月26日 周四')
    expect(now() > '2020').toBe(true)
  })
})
