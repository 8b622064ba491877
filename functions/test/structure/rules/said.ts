/** Where the phone's words stand. */
import { inside, isTest, probe, type Rule } from '../rule'

/** Besides the tables: how dates and lengths are spoken, titles that a page's config must hold, pages for developers. */
const may = [
  // Says in its own tongue what is not translated: 中文, the name of the mini-program.
  /^miniapp\/src\/english\//,
  /\/words(\.ts|\/\w+\.ts)$/,
  /\.config\.ts$/,
  /^miniapp\/src\/platform\/spoken\.ts$/,
  /^miniapp\/src\/ui\/(gallery|pages)\//,
]

export const saidRules: readonly Rule[] = [
  {
    name: 'what the phone says stands in a table of words',
    problems: ({ path, words }) =>
      !inside(path, 'miniapp/src/') || isTest(path) || may.some(form => form.test(path))
        ? []
        : words
            .filter(word => /\p{Script=Han}/u.test(word))
            .map(word => `${word.trim()}: say it in words.ts of its slice`),
    probes: [
      probe('miniapp/src/booking/view.ts', "export const full = '约满'"),
      probe('miniapp/src/ui/more.tsx', 'export default () => <View>再看一些</View>'),
      probe('miniapp/src/ui/due.tsx', 'export const late = () => `超时`'),
    ],
  },
]
