import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)

/** The binary lies at the root of a package that npm installs on Linux x64 only. */
function binary(): string | undefined {
  try {
    const path = join(dirname(require.resolve('@dynoxide/linux-x64/package.json')), 'dynoxide')
    return existsSync(path) ? path : undefined
  } catch {
    return undefined
  }
}

export const hasDynoxide = () => process.platform === 'linux' && process.arch === 'x64' && Boolean(binary())

export async function dynoxideCommand(port: number, dbPath?: string) {
  const command = binary()
  if (!command) {
    throw new Error(
      '这台机器没有 dynoxide 引擎：请设 YIKE_ENGINE=dynamodb-local，或删除 node_modules 后重试。' +
        '(The engine dynoxide is missing; set YIKE_ENGINE=dynamodb-local, or delete node_modules and try again.)',
    )
  }
  const storage = dbPath ? ['--db-path', join(dbPath, 'dynoxide.sqlite')] : []
  return { command, args: ['serve', '--port', String(port), ...storage] }
}
