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
const spoken = (text: string): string => text.replace(/\s*[·\n]+\s*/g, '，').replace(/–/g, words.until)

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
  const said = spoken(page?.innerText ?? '')
  const voice = new SpeechSynthesisUtterance(said)
  voice.lang = 'zh-CN'
  voice.rate = RATE
  voice.onend = () => speaking.set(false)
  voice.onerror = () => speaking.set(false)
  speaking.set(true)
  speechSynthesis.speak(voice)
}
