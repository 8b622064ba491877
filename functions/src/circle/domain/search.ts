/** Which places answer to what somebody typed. */
import { kindWords } from '../kinds'
import { wishes } from '../kinds/wishes'
import type { Place } from '../store'
import { nearlySounds, ourSpelling, soundsLike, wordSoundsLike } from './spelling'

/** What a place can be found by. */
export type Searchable = Pick<Place, 'name' | 'address' | 'kind' | 'bookable' | 'offered' | 'spelling'>

export interface Answers<P> {
  readonly places: readonly P[]
  /** None is called so: these nearly are. */
  readonly nearly?: true
}

/**
 * The places that answer to a search; where none does, those that would but for a slip of the finger or of the ear.
 * Somebody who finds what they typed is not shown what they did not.
 */
export const answersTo = <P>(
  places: readonly P[],
  search: string,
  placeOf: (one: P) => Searchable,
): Answers<P> => {
  const exact = places.filter(one => matches(placeOf(one), search))
  if (exact.length > 0) return { places: exact }
  const nearly = places.filter(one => nearlyMatches(placeOf(one), search))
  return { places: nearly, ...(nearly.length > 0 && { nearly: true }) }
}

/**
 * Does the place answer to what somebody typed? Every word must stand in its name or address, in what can be booked
 * there, or among the words for its kind; in characters, in pinyin or by initials, or begun in one and ended in the
 * other. Or it names a thing to do that one does at such a place.
 */
export const matches = (place: Searchable, search: string): boolean => {
  const hears = hearerOf(place)
  return wordsIn(search).every(word => hears(word) || isWishFor(place, word) || isHalfTyped(place, word))
}

const hearerOf = (place: Searchable): ((word: string) => boolean) => {
  const text = searchText(place)
  return word =>
    text.includes(word) ||
    soundsLike(place.spelling ?? '', word) ||
    wordsOf(place).some(ours => wordSoundsLike(ours, word))
}

const nearlyMatches = (place: Searchable, search: string): boolean => {
  const text = searchText(place)
  return wordsIn(search).every(
    word =>
      matches(place, word) ||
      isNearlyIn(text, word) ||
      nearlySounds(place.spelling ?? '', word) ||
      [...wordsOf(place), ...wishesFor(place)].some(ours => nearlySounds(ourSpelling(ours), word)),
  )
}

const searchText = ({ name, address = '', kind, bookable, offered = [] }: Searchable): string =>
  plain([name, address, ...offered, ...[kind, ...bookable].map(each => kindWords[each])].join(' '))

/** Without case, width and accents: 'Café' is typed 'cafe'. */
const plain = (typed: string): string => typed.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

const wordsIn = (search: string): string[] => plain(search).trim().split(/\s+/)

/** '桂花里助yu': the characters stand in the name or in what can be booked, and the letters are heard there. */
const isHalfTyped = ({ name, offered = [], spelling = '' }: Searchable, word: string): boolean => {
  const pieces = word.match(/\p{Script=Han}+|\P{Script=Han}+/gu) ?? []
  const text = plain([name, ...offered].join(' '))
  return pieces.length > 1 && pieces.every(piece => text.includes(piece) || soundsLike(spelling, piece))
}

const wordsOf = ({ kind, bookable }: Searchable): string[] =>
  [kind, ...bookable].flatMap(each => kindWords[each].split(' '))

const wishesFor = ({ name, offered = [] }: Searchable): string[] => {
  const text = [name, ...offered].join(' ')
  return wishes.flatMap(({ said, at }) => (at.test(text) ? said.split(' ') : []))
}

const isWishFor = (place: Searchable, word: string): boolean =>
  wishesFor(place).some(wish =>
    // 'wc' stands within many a word that means something else.
    /^[a-z]/.test(wish) ? word === wish : word.includes(wish) || wordSoundsLike(wish, word),
  )

/** Two characters that differ in one have nothing in common; three at least begin alike. */
const FEWEST_CHARACTERS = 3

/** Does a word in characters stand in a text but for one of them, as 食塘 for 食堂? */
const isNearlyIn = (text: string, word: string): boolean => {
  if (word.length < FEWEST_CHARACTERS || !/^\p{Script=Han}+$/u.test(word)) return false
  for (let at = 0; at + word.length <= text.length; at++) {
    const part = text.slice(at, at + word.length)
    let slips = 0
    for (let nth = 0; nth < word.length && slips < 2; nth++) if (part[nth] !== word[nth]) slips++
    const beginsAlike = word.length > FEWEST_CHARACTERS || part[0] === word[0]
    if (slips < 2 && beginsAlike && /^\p{Script=Han}+$/u.test(part)) return true
  }
  return false
}
