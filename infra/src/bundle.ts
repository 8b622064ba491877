/**
 * One Lambda's code as one minified file. The source map is for whoever reads a stack trace and is not uploaded.
 * Code of the local product cannot get in: a bundle that holds any is not made.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'
import functions from '../../functions/package.json' with { type: 'json' }

export const entries = ['api', 'calendars', 'stream', 'clock'] as const
export type Entry = (typeof entries)[number]

/** What a cold function may have to parse. */
export const API_BUNDLE_LIMIT_BYTES = 460 * 1024

export interface Bundle {
  readonly code: Uint8Array
  readonly map: Uint8Array
  /** Files in it, from the root of the repository. */
  readonly inputs: readonly string[]
  /** What it asks of the runtime. */
  readonly imports: readonly string[]
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Node digests by itself. */
const digest = join(root, 'functions/src/platform/digest.ts')
const digests = Object.fromEntries(
  ['hmac', 'sha2', 'utils'].map(part => [`@noble/hashes/${part}.js`, digest]),
)

/**
 * What an endpoint is for is told at /docs, which no function serves: 159 sentences that each cold start would parse. Lines
 * stay where they are, for the map.
 */
const SUMMARY = /^\s*summary:\s*('[^'\n]*'|"[^"\n]*"|`[^`]*`),$/gm
const withoutSummaries: Plugin = {
  name: 'without-summaries',
  setup({ onLoad }) {
    onLoad({ filter: /\/shared\/src\/\w+\/contract\b.*\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8')
      return { loader: 'ts', contents: source.replace(SUMMARY, said => said.replace(/[^\n]/g, '')) }
    })
  },
}

/** The keys that requests are signed with, one a day for each pair of credentials: a map holds them as well as a cache of a thousand. */
const signingKeys: Plugin = {
  name: 'signing-keys',
  setup({ onLoad }) {
    onLoad({ filter: /\/aws4\/lru\.js$/ }, () => ({ contents: 'module.exports = () => new Map()' }))
  },
}

/** `file` is a path from the root of the repository. */
export const bundleFile = async (file: string): Promise<Bundle> => {
  const { outputFiles, metafile } = await build({
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
    plugins: [withoutSummaries, signingKeys],
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

const bundles = Object.fromEntries(
  await Promise.all(
    entries.map(async entry => [entry, await bundleFile(join('functions/src/entry', `${entry}.ts`))]),
  ),
) as Record<Entry, Bundle>

export const bundle = (entry: Entry): Bundle => bundles[entry]
