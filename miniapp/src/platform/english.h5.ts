import type { Tables } from './language'

/** The English tables: a script of their own, asked for when somebody chooses English. */
export const bringEnglish = async (): Promise<Tables> =>
  (await import(/* webpackMode: "lazy", webpackChunkName: "english" */ '../english')).english
