/**
 * One Lambda's code as one minified file. The source map is for whoever reads a stack trace and is not uploaded.
 * Code of the local product cannot get in: a bundle that holds any is not made.
 */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import functions from '../../functions/package.json' with { type: 'json' }

export const entries = ['api', 'calendars', 'stream', 'clock'] as const
export type Entry = (typeof entries)[number]

/** What a cold function may have to parse. */
export const API_BUNDLE_LIMIT_BYTES = 450 * 1024

export interface Bundle {
  readonly code: Uint8Array
  readonly map: Uint8Array
  /** Files in it, from the root of the repository. */
  readonly inputs: readonly string[]
  /** What it asks of the runtime. */
  readonly imports: readonly string[]
}

const root = fileURLToPath(new URL('../..', import.meta.url))

const made = new Map<string, Bundle>()

export const bundle = (entry: Entry): Bundle => {
  const known = made.get(entry) ?? bundleFile(join('functions/src/entry', `${entry}.ts`))
  made.set(entry, known)
  return known
}

/** Node digests by itself. */
const digest = join(root, 'functions/src/platform/digest.ts')
const digests = Object.fromEntries(
  ['hmac', 'sha2', 'utils'].map(part => [`@noble/hashes/${part}.js`, digest]),
)

/** `file` is a path from the root of the repository. */
export const bundleFile = (file: string): Bundle => {
  const { outputFiles, metafile } = buildSync({
    absWorkingDir: root,
    entryPoints: [file],
    outfile: 'index.js',
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    // A Chinese sign is three bytes as it is, and six escaped.
    charset: 'utf8',
    // Of ES modules esbuild leaves out what is not used.
    mainFields: ['module', 'main'],
    sourcemap: 'external',
    legalComments: 'none',
    alias: digests,
    write: false,
    metafile: true,
    logLevel: 'error',
  })
  const output = metafile.outputs['index.js']
  const code = outputFiles.find(({ path }) => path.endsWith('.js'))?.contents
  const map = outputFiles.find(({ path }) => path.endsWith('.map'))?.contents
  if (!output || !code || !map) throw new Error(`esbuild made nothing of ${file}`)
  const inputs = Object.keys(output.inputs)
  const foreign = inputs.filter(isDevCode)
  if (foreign.length > 0)
    throw new Error(`${file} would carry code of the local product: ${foreign.slice(0, 5).join(', ')}`)
  return { code, map, inputs, imports: output.imports.map(({ path }) => path) }
}

const devPackages = new Set(Object.keys(functions.devDependencies))
const devFolders = /^functions\/(test|src\/entry\/dev)\/|\bdemo\b|wechat-sandbox|\.test\.ts$/

const isDevCode = (input: string): boolean => {
  const name = /.*\bnode_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1]
  return name === undefined ? devFolders.test(input) : devPackages.has(name)
}
