/** Spells names in pinyin. Heavy, and so only where places are written: imports, the stream, the demo. */
import { pinyin, polyphonic } from 'pinyin-pro'

const plain = { toneType: 'none', type: 'array', v: true } as const

/** 'hang/xing' of each character, the reading that fits the word first. */
const spellTerm = (term: string): string => {
  const all = polyphonic(term, plain)
  return pinyin(term, plain)
    .map((sound, at) => [...new Set([sound, ...(all[at] ?? [])])].filter(Boolean).join('/').toLowerCase())
    .filter(sound => /^[a-z0-9/]+$/.test(sound))
    .join(' ')
}

/** The spelling of some names, see `soundsLike`; empty where none has a sound. */
export const spell = (names: readonly string[]): string => names.map(spellTerm).filter(Boolean).join('|')
