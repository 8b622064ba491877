import { expect, it } from 'vitest'
import '../booking/words'
import '../bulletin/words'
import '../circle/words'
import '../identity/words'
import '../microproject/words'
import { chineseTables } from '../platform/language'
import '../ui/words'
import '../volunteer/words'
import '../workbench/words'

/** Characters that a sentence should not pass, and what still does: only ever to be lowered. */
const LONG = 20
const LONGER_ONES = 7
const LONGEST = 28

const textsOf = (value: unknown): string[] => {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsOf)
  const said = typeof value === 'function' ? value(...Array(value.length).fill('一')) : value
  return typeof said === 'string' ? [said] : []
}

const sentences = [...new Set(chineseTables().flatMap(({ chinese }) => textsOf(chinese)))]
  .flatMap(text => text.split(/[。；？！：]/))
  .filter(sentence => /\p{Script=Han}/u.test(sentence) && !sentence.includes('undefined'))
  .map(sentence => [[...sentence.replace(/\s/g, '')].length, sentence] as const)

it(`a sentence has ${LONG} characters at most, but for ${LONGER_ONES} that have up to ${LONGEST}`, () => {
  const longer = sentences.filter(([length]) => length > LONG).sort(([one], [other]) => other - one)
  const told = longer.map(([length, sentence]) => `${length} ${sentence}`).join('\n')
  expect(longer.length, told).toBeLessThanOrEqual(LONGER_ONES)
  expect(longer[0]?.[0] ?? 0, told).toBeLessThanOrEqual(LONGEST)
})
