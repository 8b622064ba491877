import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import initSqlJs from 'sql.js'
import { answers } from './listening'
import { own } from './owned-process'
import { inLocal } from './paths.mjs'
import { pickFreePort } from './ports.mjs'

const require = createRequire(import.meta.url)
const FILE = 'dynoxide.sqlite'

/** The binary lies at the root of a package that npm installs on Linux x64 only. */
export function binary(): { command: string; version: string } | undefined {
  try {
    const about = require.resolve('@dynoxide/linux-x64/package.json')
    const command = join(dirname(about), 'dynoxide')
    return existsSync(command) ? { command, version: require(about).version } : undefined
  } catch {
    return undefined
  }
}

export const hasDynoxide = () => process.platform === 'linux' && process.arch === 'x64' && Boolean(binary())

/** The command that serves the tables of a folder; without one they live in a folder of their own, which `used` is. */
export async function dynoxideCommand(port: number, dbPath?: string) {
  const found = binary()
  if (!found) {
    throw new Error(
      '这台机器没有 dynoxide 引擎：请设 YIKE_ENGINE=dynamodb-local，或删除 node_modules 后重试。' +
        '(The engine dynoxide is missing; set YIKE_ENGINE=dynamodb-local, or delete node_modules and try again.)',
    )
  }
  const { command } = found
  const folder = dbPath ?? mkdtempSync(join(tmpdir(), 'yike-engine-'))
  const file = join(folder, FILE)
  if (!existsSync(file)) copyFileSync(await emptyDatabase(found), file)
  return {
    command,
    args: ['serve', '--port', String(port), '--db-path', file],
    ...(dbPath ? {} : { used: folder }),
  }
}

/**
 * dynoxide 1.2.1 asks at every write for the latest record of the table's stream, never trims that stream, and has no
 * index for it: after ten thousand writes each takes 10 ms of its time, with this index 0.7 ms. In its own order
 * (DESC) SQLite stops at the first row. Databases begin as a copy of an empty one that has it.
 */
const ORDER_OF_STREAM =
  'CREATE INDEX yike_stream_order ON _stream_records (table_name, CAST(sequence_number AS INTEGER) DESC)'

async function emptyDatabase({ command, version }: { command: string; version: string }): Promise<string> {
  const kept = inLocal(`dynoxide-${version}.sqlite`)
  if (!existsSync(kept)) await makeEmptyDatabase(command, kept)
  return kept
}

/** It listens a moment before it minds a signal: ended then (one of ten does), it leaves its tables in the log beside. */
const STARTS = 10

export async function makeEmptyDatabase(command: string, kept: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'yike-engine-'))
  const file = join(folder, FILE)
  let left = STARTS
  for (let code = -1; code !== 0; ) {
    if (left-- === 0) throw new Error(`the engine never ended in order: ${code}`)
    const port = await pickFreePort()
    const engine = await own({
      command,
      args: ['serve', '--port', String(port), '--db-path', file],
      output: 'keep',
    })
    await Promise.race([answers(port), engine.ended])
    await engine.stop()
    code = await engine.ended
  }
  const bytes = readFileSync(file)
  // Bytes 18 and 19 say that there is a log beside it (https://www.sqlite.org/fileformat.html, 1.3.3); ended, there is none.
  bytes.fill(1, 18, 20)
  const { Database } = await initSqlJs()
  const database = new Database(bytes)
  database.run(ORDER_OF_STREAM)
  const made = `${kept}.${process.pid}`
  mkdirSync(dirname(kept), { recursive: true })
  writeFileSync(made, database.export())
  database.close()
  renameSync(made, kept)
  rmSync(folder, { recursive: true })
}
