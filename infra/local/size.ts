/**
 * `npm run size`: what a phone has to load and what a cold function has to parse, each with its limit.
 * Fails when a limit is passed, or when the mini-program carries code that is made at run time.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { API_BUNDLE_LIMIT_BYTES, bundle } from '../src/bundle'
import { build } from './build'

const root = join(import.meta.dirname, '../..')
const weapp = join(root, 'miniapp/dist/weapp')
const KB = 1024

/** Limits in KB. WeChat's own are 2,048 for one package and 20,480 for all. */
const limits = { main: 550, subPackage: 300, all: 2560 }

interface Line {
  name: string
  bytes: number
  limitKb: number
}

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))

/** Licence texts and project settings stay behind when WeChat's tool uploads the package. */
const uploaded = (file: string): boolean => !/\.LICENSE\.txt$|project\.config\.json$/.test(file)

function weappLines(): Line[] {
  const app = JSON.parse(readFileSync(join(weapp, 'app.json'), 'utf8')) as {
    subPackages?: { root: string }[]
  }
  const roots = (app.subPackages ?? []).map(({ root: folder }) => folder.split('/').join(sep) + sep)
  const bytes = new Map<string, number>([['', 0], ...roots.map(folder => [folder, 0] as const)])
  for (const file of filesUnder(weapp).filter(uploaded)) {
    const path = relative(weapp, file)
    const folder = roots.find(start => path.startsWith(start)) ?? ''
    bytes.set(folder, (bytes.get(folder) ?? 0) + statSync(file).size)
  }
  const all = [...bytes.values()].reduce((sum, one) => sum + one, 0)
  return [
    { name: 'weapp main package', bytes: bytes.get('') ?? 0, limitKb: limits.main },
    ...roots.map(folder => ({
      name: `weapp ${folder.slice(0, -1)}`,
      bytes: bytes.get(folder) ?? 0,
      limitKb: limits.subPackage,
    })),
    { name: 'weapp, all together', bytes: all, limitKb: limits.all },
  ]
}

const apiLine = (): Line => ({
  name: 'api function',
  bytes: bundle('api').code.length,
  limitKb: API_BUNDLE_LIMIT_BYTES / KB,
})

// webpack asks for the global object where `globalThis` is unknown; WeChat has it, so this is never reached.
const webpacksOwn = /try\s*\{\s*return this\s*\|\|\s*new Function\("return this"\)\(\)\s*\}\s*catch/g
const madeAtRunTime =
  /\beval\s*\(|\bnew\s+Function\b|(?<![\w$.])Function\s*\(|[=,(]\s*Function\s*[;,)]|\bset(?:Timeout|Interval)\s*\(\s*["'`]/g

/** Places in the mini-program where code is made from text. */
function codeFromText(source: string): string[] {
  const rest = source.replace(webpacksOwn, '')
  return [...rest.matchAll(madeAtRunTime)].map(({ index }) => rest.slice(Math.max(0, index - 40), index + 60))
}

const kb = (bytes: number): string => (bytes / KB).toFixed(1).padStart(8)

const problem = await build('weapp')
if (problem) throw new Error(problem)
const lines = [...weappLines(), apiLine()]
let failed = false
for (const { name, bytes, limitKb } of lines) {
  const over = bytes > limitKb * KB
  failed ||= over
  console.log(`${kb(bytes)} KB of ${String(limitKb).padStart(5)}  ${over ? 'TOO BIG  ' : ''}${name}`)
}
for (const file of filesUnder(weapp).filter(file => file.endsWith('.js') || file.endsWith('.wxs'))) {
  for (const place of codeFromText(readFileSync(file, 'utf8'))) {
    failed = true
    console.log(`makes code at run time: ${relative(weapp, file)}: …${place}…`)
  }
}
process.exit(failed ? 1 : 0)
