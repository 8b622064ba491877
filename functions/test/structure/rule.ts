/** A rule of the tree. It says where to go instead, and carries made-up sources that break it. */
import { readSource, type Source } from './source'

export interface Rule {
  readonly name: string
  /** What is wrong, with what to do instead; empty: nothing. */
  readonly problems: (source: Source) => readonly string[]
  /** Sources that break the rule. */
  readonly probes: readonly Source[]
}

export const probe = (path: string, text: string): Source => readSource(path, text)

export const isTest = (path: string): boolean =>
  /\.test\.tsx?$|\.test-support\.ts$|\/fixtures\/|^\w+\/test\//.test(path)

export const sliceNames = [
  'identity',
  'circle',
  'booking',
  'microproject',
  'appeal',
  'volunteer',
  'feedback',
  'bulletin',
  'workbench',
]

/** The slice of a path, in the package that it stands in. */
export const sliceOf = (path: string, workspace: string): string | undefined => {
  const [, slice = ''] = new RegExp(`^${workspace}/src/([^/]+)/`).exec(path) ?? []
  return sliceNames.includes(slice) ? slice : undefined
}

export const inside = (path: string, ...folders: readonly string[]): boolean =>
  folders.some(folder => path.startsWith(folder))

export const imports = (source: Source, wanted: (target: string) => boolean): string[] =>
  source.imports.map(({ target }) => target).filter(wanted)
