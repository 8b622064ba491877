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
 */
export const soundsLike = (spelling: string, word: string): boolean =>
  isTypedSound(word) &&
  spelling.split('|').some(term => {
    const syllables = term.split(' ')
    return syllables.some((_, start) => goesOn(syllables, start, word))
  })

const goesOn = (syllables: readonly string[], at: number, rest: string): boolean => {
  if (rest === '') return true
  return (syllables[at]?.split('/') ?? []).some(
    sound =>
      sound.startsWith(rest) ||
      (rest.startsWith(sound) && goesOn(syllables, at + 1, rest.slice(sound.length))) ||
      (rest[0] === sound[0] && goesOn(syllables, at + 1, rest.slice(1))) ||
      // zh, ch and sh are one initial for many.
      (/^[zcs]h/.test(sound) &&
        rest.startsWith(sound.slice(0, 2)) &&
        goesOn(syllables, at + 1, rest.slice(2))),
  )
}

/** Two initials fit half of our own words. */
const FEWEST_OF_OURS = 3

/** The same for a word of ours, whose spelling is kept with the words. */
export const wordSoundsLike = (ours: string, word: string): boolean => {
  const spelling = spelledWords[ours]
  return spelling !== undefined && word.length >= FEWEST_OF_OURS && soundsLike(spelling, word)
}
