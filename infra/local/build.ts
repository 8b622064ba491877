import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { own } from './owned-process'
import { inLocal, root } from './paths.mjs'

export type Target = 'weapp' | 'h5'

/** Where a target's build lies. */
export const built = (target: Target) => join(root, 'miniapp', 'dist', target)

const sources = ['miniapp/src', 'miniapp/config', 'shared/src', 'pnpm-lock.yaml']
const configs = /\.(json|cjs|ts)$/

/** Builds the mini-program, unless nothing that it is made of has changed. Resolves with what went wrong, if so. */
export async function build(target: Target): Promise<string | undefined> {
  const record = inLocal(`build-${target}.hash`)
  const wanted = hashOfSources()
  if (existsSync(built(target)) && existsSync(record) && readFileSync(record, 'utf8') === wanted)
    return undefined

  // A build that is cut short must not pass for a whole one.
  rmSync(record, { force: true })
  const taro = await own({
    command: process.execPath,
    args: [join(root, 'miniapp/node_modules/@tarojs/cli/bin/taro'), 'build', '--type', target],
    cwd: join(root, 'miniapp'),
    // The sandbox's way in belongs to the browser here; the mini-program is built as it is published.
    env: { NODE_ENV: 'production', YIKE_SANDBOX: target === 'h5' ? 'on' : undefined },
    output: 'keep',
  })
  const code = await taro.ended
  if (code !== 0 || !existsSync(built(target)))
    return taro.printed() || `taro build --type ${target}: ${code}`
  mkdirSync(inLocal(), { recursive: true })
  writeFileSync(record, wanted)
  return undefined
}

function hashOfSources(): string {
  const hash = createHash('sha256').update(process.env.YIKE_API_BASE ?? '')
  const ownConfigs = readdirSync(join(root, 'miniapp')).filter(name => configs.test(name))
  for (const path of [...sources, ...ownConfigs.map(name => `miniapp/${name}`)].flatMap(filesUnder).sort()) {
    hash.update(`${path}\0`).update(readFileSync(join(root, path)))
  }
  return hash.digest('hex')
}

function filesUnder(path: string): string[] {
  if (!statSync(join(root, path)).isDirectory()) return path.endsWith('.test.ts') ? [] : [path]
  return readdirSync(join(root, path)).flatMap(name => filesUnder(`${path}/${name}`))
}
