/**
 * How names sound. A spelling is made when a place is written, for the library and its dictionary are heavy; a search
 * only compares letters. Terms stand between bars, syllables between blanks, several readings of one character between
 * slashes: '长者食堂' → 'zhang/chang zhe shi tang', the reading that fits the word first.
 */
import { spelledWords } from '../kinds/spelled'

const FEWEST_LETTERS = 2
const MOST_LETTERS = 40

/** Latin letters and digits, as typed without a Chinese keyboard. */
const isTypedSound = (word: string): boolean =>
  word.length >= FEWEST_LETTERS && word.length <= MOST_LETTERS && /^[a-z][a-z0-9]*$/.test(word)

/**
 * Does what was typed begin at some syllable of a term and go on from there? Each syllable counts whole or by its
 * first letter, the last one also by its beginning: 'laorenting', 'lrt', 'laort' and 'laor' all mean 老人厅.
 * One pass over the syllables with the numbers of letters that may lie behind: a name in Latin letters, of which each
 * is a syllable, would otherwise be tried in more ways than there is time for.
 */
export const soundsLike = (spelling: string, word: string): boolean =>
  isTypedSound(word) && spelling.split('|').some(term => isHeardIn(term.split(' '), word))

const isHeardIn = (syllables: readonly string[], word: string): boolean => {
  let behind = new Set([0])
  for (const syllable of syllables) {
    const next = new Set([0])
    for (const letters of behind)
      for (const sound of syllable.split('/')) {
        const rest = word.slice(letters)
        if (sound.startsWith(rest)) return true
        for (const length of heard(sound, rest)) next.add(letters + length)
      }
    if (next.has(word.length)) return true
    behind = next
  }
  return false
}

/** How many letters of `rest` a syllable may stand for: all of its own, its first, or zh, ch and sh as one initial. */
const heard = (sound: string, rest: string): number[] => [
  ...(rest.startsWith(sound) ? [sound.length] : []),
  ...(rest[0] === sound[0] ? [1] : []),
  ...(/^[zcs]h/.test(sound) && rest.startsWith(sound.slice(0, 2)) ? [2] : []),
]

/** With one letter wrong, a shorter word is another one; in a long one two may be. */
const FEWEST_WITH_A_SLIP = 5
const FEWEST_WITH_TWO = 12

/**
 * Does what was typed sound like some whole syllables of a term but for a slip: a letter wrong, missing or too many, as
 * 'zhongxing' for 中心 and 'dai' for 打? Initials count for nothing here.
 */
export const nearlySounds = (spelling: string, word: string): boolean => {
  if (!isTypedSound(word) || word.length < FEWEST_WITH_A_SLIP) return false
  const slips = word.length < FEWEST_WITH_TWO ? 1 : 2
  return spelling.split('|').some(term => {
    let costs: readonly number[] = []
    return term.split(' ').some(syllable => {
      // A word may begin at any syllable, so none of it costs nothing at each.
      const before = Array.from({ length: word.length + 1 }, (_, at) => Math.min(costs[at] ?? at, at))
      const ways = syllable.split('/').map(sound => costsAfter(before, sound, word))
      costs = before.map((_, at) => Math.min(...ways.map(way => way[at] as number)))
      return (costs[word.length] as number) <= slips
    })
  })
}

/** The fewest slips with which each beginning of the word is behind, one sound further on (Levenshtein, row by row). */
const costsAfter = (before: readonly number[], sound: string, word: string): readonly number[] => {
  let row = before
  for (const letter of sound) {
    const next = [(row[0] as number) + 1]
    for (let at = 1; at <= word.length; at++)
      next.push(
        Math.min(
          (row[at] as number) + 1,
          (next[at - 1] as number) + 1,
          (row[at - 1] as number) + (word[at - 1] === letter ? 0 : 1),
        ),
      )
    row = next
  }
  return row
}

/** Two initials fit half of our own words. */
const FEWEST_OF_OURS = 3

/** The same for a word of ours, whose spelling is kept with the words. */
export const wordSoundsLike = (ours: string, word: string): boolean =>
  word.length >= FEWEST_OF_OURS && soundsLike(ourSpelling(ours), word)

/** How a word of ours is spelled; empty where it has no sound. */
export const ourSpelling = (ours: string): string => spelledWords[ours] ?? ''
