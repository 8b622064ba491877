import type { Tables } from './language'

interface WechatRequire {
  /** WeChat's own (since 2.17): fetches the package that the file lies in, then runs it. */
  async?: (path: string) => Promise<{ english: Tables }>
}
declare const __non_webpack_require__: WechatRequire

/** The English tables: a package of their own, fetched when somebody chooses English. `config/english.ts` makes the file. */
export async function bringEnglish(): Promise<Tables> {
  if (!__non_webpack_require__.async) throw new Error('this WeChat cannot fetch a script of another package')
  return (await __non_webpack_require__.async('./english/pages/words.js')).english
}
