import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

/** WCAG 2.2 relative luminance of #rrggbb. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(at => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

type Tokens = Record<string, string>

/** The colour sets in the order of theme.css; a later set changes what an earlier one said. */
const names = ['light', 'dark', 'elder', 'darkElder', 'contrast', 'darkContrast'] as const
type Name = (typeof names)[number]

function readSets(): Record<Name, Tokens> {
  const css = readFileSync(join(import.meta.dirname, 'theme.css'), 'utf8')
  const [light = {}, dark = {}, elder = {}, darkElder = {}, clear = {}, darkClear = {}] = [
    ...css.matchAll(/\{([^{}]*--paper[^{}]*)\}/g),
  ].map(([, body = '']) =>
    Object.fromEntries(
      [...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]),
    ),
  )
  return {
    light,
    dark: { ...light, ...dark },
    elder: { ...light, ...elder },
    darkElder: { ...light, ...dark, ...elder, ...darkElder },
    contrast: { ...light, ...clear },
    darkContrast: { ...light, ...dark, ...clear, ...darkClear },
  }
}

const words: [string, string][] = [
  ...['paper', 'surface'].flatMap(ground =>
    ['ink', 'quiet', 'green', 'persimmon', 'waiting', 'danger'].map((word): [string, string] => [
      word,
      ground,
    ]),
  ),
  ...['green', 'persimmon', 'waiting', 'danger'].map((tone): [string, string] => [tone, `${tone}-weak`]),
  ...['green', 'persimmon', 'danger'].map((tone): [string, string] => [`on-${tone}`, tone]),
]
const sets = readSets()
const least: Record<Name, number> = {
  light: 4.5,
  dark: 4.5,
  elder: 7,
  darkElder: 7,
  contrast: 7,
  darkContrast: 7,
}

describe.each(names)('the %s set', name => {
  const tokens = sets[name]
  const measured = (pair: [string, string]) => contrast(tokens[pair[0]] ?? '', tokens[pair[1]] ?? '')

  test(`carries every word at ${least[name]}:1 or better`, () => {
    const weak = words
      .filter(pair => !(measured(pair) >= least[name]))
      .map(pair => `${pair.join(' on ')}: ${measured(pair).toFixed(2)}`)
    expect(weak).toEqual([])
  })
  test('draws the edge of what can be pressed at 3:1 or better', () => {
    expect(measured(['edge', 'paper'])).toBeGreaterThanOrEqual(3)
    expect(measured(['edge', 'surface'])).toBeGreaterThanOrEqual(3)
  })
})
