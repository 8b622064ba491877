import { language, tags } from './language'
import { signal } from './signal'
import { words } from './words'

const inBrowser = process.env.TARO_ENV === 'h5'

/** Whether a page can be read aloud here. Browsers can; WeChat has no voice of its own. */
export const canReadAloud = inBrowser && 'speechSynthesis' in window

/** A little slower than people talk: for ears of eighty years. */
const RATE = 0.85

const speaking = signal(false)
export const useSpeaking = speaking.use

/** Marks that stand between words on a page and would be swallowed by a voice. */
const spoken = (text: string): string => text.replace(/\s*[·\n]+\s*/g, ', ').replace(/–/g, words.until)

/** Chinese with what stands between its characters, or what has none of them. */
const SCRIPTS = /\p{Script=Han}(?:[\p{Script=Han}\d（）、，。]*\p{Script=Han})?|\P{Script=Han}+/gu

/** What each voice says in turn: English cannot pronounce the names of places and people. */
export function inVoices(text: string): { lang: string; text: string }[] {
  const lang = tags[language()]
  if (lang === tags.zh) return [{ lang, text: spoken(text) }]
  const runs = spoken(text).match(SCRIPTS) ?? []
  return runs.map(run => ({ lang: /\p{Script=Han}/u.test(run) ? tags.zh : lang, text: run }))
}

export function hush(): void {
  if (!canReadAloud) return
  speechSynthesis.cancel()
  speaking.set(false)
}

/** Reads what the page on top says, from its title to its last button. Said again, it falls silent. */
export function readPage(): void {
  if (!canReadAloud) return
  if (speaking.get()) {
    hush()
    return
  }
  const page = [...document.querySelectorAll<HTMLElement>('.yk-screen__column')].findLast(
    one => one.offsetHeight > 0,
  )
  // biome-ignore lint/performance/useDomNodeTextContent: what is not shown must not be read, and lines are pauses.
  const said = inVoices(page?.innerText ?? '').map(({ lang, text }) =>
    Object.assign(new SpeechSynthesisUtterance(text), { lang, rate: RATE }),
  )
  const last = said.at(-1)
  if (!last) return
  // Falling silent fails every one that was still to come.
  last.onend = () => speaking.set(false)
  last.onerror = () => speaking.set(false)
  speaking.set(true)
  for (const voice of said) speechSynthesis.speak(voice)
}
