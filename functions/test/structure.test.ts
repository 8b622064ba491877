/** The shape of the tree, held over all sources. Every rule proves by made-up sources that it can fail. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { doorRules } from './structure/rules/doors'
import { fileRules } from './structure/rules/files'
import { importRules } from './structure/rules/imports'
import { purityRules } from './structure/rules/purity'
import { saidRules } from './structure/rules/said'
import { readSource, type Source } from './structure/source'

const rules = [...importRules, ...purityRules, ...doorRules, ...fileRules, ...saidRules]

const root = join(import.meta.dirname, '../..')
const made = new Set(['node_modules', 'dist', 'cdk.out', '.swc'])

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    if (made.has(entry.name)) return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesUnder(path) : [path]
  })

const sources: readonly Source[] = ['shared', 'functions', 'miniapp', 'infra']
  .flatMap(folder => filesUnder(join(root, folder)))
  .filter(path => /\.(ts|tsx|mjs|cjs|css)$/.test(path))
  .map(path => readSource(relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8')))

it('all four packages are read', () => {
  for (const folder of ['shared/src', 'functions/src', 'miniapp/src', 'infra/local'])
    expect(sources.filter(({ path }) => path.startsWith(folder)).length, folder).toBeGreaterThan(15)
})

describe.each(rules.map(rule => [rule.name, rule] as const))('%s', (_, { problems, probes }) => {
  it('holds everywhere', () => {
    expect(sources.flatMap(source => problems(source).map(problem => `${source.path} → ${problem}`))).toEqual(
      [],
    )
  })

  it.each(probes.map(source => [source.path, source] as const))(
    'and %s, made up, breaks it',
    (_path, source) => {
      expect(problems(source)).not.toEqual([])
    },
  )
})
