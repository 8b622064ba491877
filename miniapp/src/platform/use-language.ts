import { bringEnglish } from './english'
import { type Language, speak, tags } from './language'
import { startOver, whereNow } from './route'
import { signal } from './signal'
import { deviceStorage } from './storage'

const inBrowser = process.env.TARO_ENV === 'h5'
const remembered = (): Language => (deviceStorage.read<Language>('language') === 'en' ? 'en' : 'zh')

/** False while a phone that speaks English still fetches it: a page stays blank for that moment, instead of Chinese. */
const ready = signal(remembered() === 'zh')
export const useLanguageReady = ready.use

async function change(next: Language): Promise<boolean> {
  try {
    if (next === 'en') speak(next, await bringEnglish())
    else speak(next)
  } catch {
    return false
  }
  if (inBrowser) document.documentElement.lang = tags[next]
  return true
}

/** Speaks this language from now on, also after the next start. False: it could not be fetched, and nothing changed. */
export async function chooseLanguage(next: Language): Promise<boolean> {
  if (!(await change(next))) return false
  deviceStorage.write('language', next)
  return true
}

let starting = false

/**
 * On a phone that speaks English, once its first page is there: fetches English and opens the page anew. Before the page
 * is shown it is not yet one that can be left. Without network it says it in Chinese.
 */
export async function startLanguage(): Promise<void> {
  if (ready.get() || starting) return
  starting = true
  if (await change('en')) await startOver(whereNow())
  ready.set(true)
}
