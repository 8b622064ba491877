import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import initSqlJs from 'sql.js'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { explainMissingJava } from './dynamodb-local'
import { binary, hasDynoxide, makeEmptyDatabase } from './dynoxide'
import { chooseEngine, type Engine, type EngineOptions, startEngine } from './engine'
import { accepts } from './listening'

const engines: Engine[] = []
const folders: string[] = []

/** Never the external one: these tests kill what they start. */
const kind = hasDynoxide() ? 'dynoxide' : 'dynamodb-local'

async function start(options: EngineOptions = { kind }) {
  const engine = await startEngine(options)
  engines.push(engine)
  return engine
}

/** DynamoDB's protocol by hand: the SDK belongs to the functions. */
async function call(engine: Engine, operation: string, input: object) {
  const response = await fetch(engine.endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDB_20120810.${operation}`,
      'x-amz-date': '20260101T000000Z',
      authorization:
        'AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=00',
    },
    body: JSON.stringify(input),
  })
  expect(response.status).toBe(200)
  return response.json()
}

const portOf = (engine: Engine) => Number(new URL(engine.endpoint).port)

function pidOf(engine: Engine): number {
  if (engine.pid === undefined) throw new Error('The engine is not ours')
  return engine.pid
}

/** Signal 0 reaches whoever exists. */
function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

afterEach(async () => {
  vi.unstubAllEnvs()
  for (const engine of engines.splice(0)) await engine.stop()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

describe('which engine', () => {
  it('is the one at DYNAMODB_ENDPOINT, and nothing is started', async () => {
    vi.stubEnv('DYNAMODB_ENDPOINT', 'http://127.0.0.1:1')
    const engine = await start({})
    expect(engine).toMatchObject({ endpoint: 'http://127.0.0.1:1', kind: 'external' })
    expect(engine.pid).toBeUndefined()
  })

  it('is the one that YIKE_ENGINE names, and an unknown name is refused', () => {
    expect(chooseEngine({ YIKE_ENGINE: 'dynamodb-local' })).toBe('dynamodb-local')
    expect(() => chooseEngine({ YIKE_ENGINE: 'dynalite' })).toThrow()
  })
})

it('an acknowledged write outlives a SIGKILL of the engine', async () => {
  const dbPath = mkdtempSync(join(tmpdir(), 'yike-engine-'))
  folders.push(dbPath)
  const before = await start({ kind, dbPath })
  await call(before, 'CreateTable', {
    TableName: 'kept',
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    BillingMode: 'PAY_PER_REQUEST',
  })
  await call(before, 'PutItem', { TableName: 'kept', Item: { pk: { S: 'a' }, n: { N: '7' } } })

  process.kill(pidOf(before), 'SIGKILL')
  expect(await before.crashed).toContain(before.kind)

  const after = await start({ kind, dbPath })
  const { Item } = await call(after, 'GetItem', { TableName: 'kept', Key: { pk: { S: 'a' } } })
  expect(Item.n.N).toBe('7')
})

it('stop leaves no process and no listener, and is no crash', async () => {
  const engine = await start()
  const crashed = vi.fn()
  engine.crashed.then(crashed)
  await engine.stop()
  expect(exists(pidOf(engine))).toBe(false)
  expect(await accepts(portOf(engine))).toBe(false)
  expect(crashed).not.toHaveBeenCalled()
})

it('the engine ends by itself when the process that started it is killed', async () => {
  const script = `import('${fileURLToPath(new URL('engine.ts', import.meta.url))}')
    .then(({ startEngine }) => startEngine({ kind: '${kind}' })).then(({ pid }) => console.log(pid))`
  const owner = spawn(process.execPath, ['--import', 'tsx', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(owner.stdout, 'data')
  const pid = Number(String(line))
  expect(exists(pid)).toBe(true)
  owner.kill('SIGKILL')
  await vi.waitFor(() => expect(exists(pid)).toBe(false), { timeout: 5000 })
})

it('a busy port is refused instead of shared', async () => {
  const engine = await start()
  await expect(startEngine({ kind, port: portOf(engine) })).rejects.toThrow()
})

describe('DynamoDB Local', () => {
  it('starts and stops as dynoxide does, or says that Java is missing', async () => {
    const missing = await explainMissingJava()
    if (missing) {
      console.warn(missing)
      await expect(startEngine({ kind: 'dynamodb-local' })).rejects.toThrow()
      return
    }
    const engine = await start({ kind: 'dynamodb-local' })
    expect(await accepts(portOf(engine))).toBe(true)
    await engine.stop()
    expect(exists(pidOf(engine))).toBe(false)
  })
})

it.each(['notaurl', 'file:///db', 'http://'])('%s is no address of an engine', address => {
  expect(() => chooseEngine({ DYNAMODB_ENDPOINT: address })).toThrow(address)
})

describe.runIf(kind === 'dynoxide')('the stream of a table that dynoxide never trims', () => {
  it('has its tables also where the engine that made them was ended before it minded that', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'yike-'))
    folders.push(folder)
    const script = join(folder, 'engine')
    const engine = `'${binary()?.command}' "$@"`
    // Out of reach of the signal, and gone by the harshest: the first time only.
    const first = `touch "$0.once"; setsid ${engine} & pid=$!; trap 'kill -9 $pid; exit 143' TERM; wait`
    writeFileSync(script, `#!/bin/sh\nif [ ! -e "$0.once" ]; then ${first}; fi\nexec ${engine}\n`, {
      mode: 0o755,
    })
    const kept = join(folder, 'kept', 'empty.sqlite')
    await makeEmptyDatabase(script, kept)
    expect([existsSync(`${script}.once`), readFileSync(kept).includes('yike_stream_order')]).toEqual([
      true,
      true,
    ])
  })

  it('is asked for its latest record by an index: a write costs no more after ten thousand', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'yike-'))
    folders.push(folder)
    const engine = await start({ kind: 'dynoxide', dbPath: folder })
    await engine.stop()
    const bytes = readFileSync(join(folder, 'dynoxide.sqlite')).fill(1, 18, 20)
    const { Database } = await initSqlJs()
    const [plan] = new Database(bytes).exec(
      'EXPLAIN QUERY PLAN SELECT COALESCE(MAX(CAST(sequence_number AS INTEGER)), 0) + 1 FROM _stream_records WHERE table_name = ?1',
    )
    expect(String(plan?.values)).toMatch(/USING (COVERING )?INDEX yike_stream_order/)
  })
})
