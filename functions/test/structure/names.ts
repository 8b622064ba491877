/** The closed vocabulary of file names: what is not in it has a place to go to instead. */

const never: Readonly<Record<string, string>> = {
  utils: 'name it after what it knows, beside who uses it',
  util: 'name it after what it knows, beside who uses it',
  helpers: 'name it after what it knows, beside who uses it',
  helper: 'name it after what it knows, beside who uses it',
  common: 'shared/src/kernel is what all have in common',
  manager: 'say what it decides (domain.ts) or keeps (store.ts)',
  data: 'say whose: store.ts keeps, schema.ts describes',
  info: 'say what it tells',
  misc: 'everything belongs somewhere',
}

interface Zone {
  readonly folder: RegExp
  /** Names without their endings; a folder of such a name may hold what it likes. */
  readonly names: RegExp
  readonly instead: string
}

const slices = '(identity|circle|booking|microproject|appeal|volunteer|feedback|bulletin|workbench)'

const zones: readonly Zone[] = [
  {
    folder: new RegExp(`^shared/src/${slices}/`),
    names: /^(contract|schema|rules|lifecycle|calendar|kinds|hours)$/,
    instead:
      'endpoints and codes → contract, what things are → schema, pure rules of both sides → rules, states → lifecycle',
  },
  {
    folder: /^shared\/src\/kernel\//,
    names: /^(zod|contract|problem|result|id|time|workday|lifecycle|shapes)$/,
    instead: 'a rule of one slice → its rules.ts; the kernel grows only by what every slice needs',
  },
  { folder: /^shared\/src\//, names: /^api$/, instead: 'a folder of a slice, or kernel' },
  {
    folder: new RegExp(`^functions/src/${slices}/`),
    names: /^(handlers|domain|store|reactions|kinds|clock|import|network|nearby|coverage)$/,
    instead:
      'load → decide → save → handlers, pure decisions → domain, keys and conditions → store, after the commit → reactions, what time does → clock',
  },
  {
    folder: /^functions\/src\/platform\//,
    names:
      /^(http|handler|actor|at-once|table|keys|ids|condition|case|digest|once|outbox|problem|wechat|bucket|env|log)$/,
    instead: 'what only one slice needs belongs to the slice; a new outer port gets its name here',
  },
  {
    folder: /^functions\/src\/entry\//,
    names:
      /^(api|calendars|stream|clock|dev|import|export|coverage|redrive|openapi|regions|invite|draw|command)$/,
    instead: 'an entry only reads its environment and calls app.ts',
  },
  { folder: /^functions\/src\/(docs|demo)\//, names: /./, instead: '' },
  { folder: /^functions\/src\//, names: /^app$/, instead: 'a folder of a slice, or platform' },
  { folder: new RegExp(`^miniapp/src/${slices}/(pages|tab)/`), names: /./, instead: '' },
  {
    // A component is called after what it shows; code without one has few reasons to be.
    folder: new RegExp(`^miniapp/src/${slices}/(?!.*\\.(tsx|css)$)`),
    names: /^(use-[a-z]+|view|words)$/,
    instead: 'what it asks for → use-<slice>, how it is shown → view, what it says → words',
  },
]

export const badName = (path: string): readonly string[] => {
  const parts = path.split('/').map(part => part.replace(/\..*$/, ''))
  for (const part of parts) {
    const word = part.split('-').at(-1) ?? ''
    const banned = never[part] ?? (part === word ? undefined : never[word])
    if (banned) return [`${part}: ${banned}`]
  }
  if (/\.test\.tsx?$|\.test-support\.ts$|\.d\.ts$|\.json$/.test(path)) return []
  const zone = zones.find(({ folder }) => folder.test(path))
  if (!zone) return []
  const [name = ''] = path.replace(zone.folder, '').split('/')
  const stem = name.replace(/\..*$/, '')
  return zone.names.test(stem) ? [] : [`${stem}: ${zone.instead}`]
}
