import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { chooseEngine, type Engine, startEngine } from './engine'
import { accepts } from './listening'
import { inLocal } from './paths.mjs'

/** Where the product keeps its tables between runs. */
const productTables = inLocal('db')
export const productTable = process.env.YIKE_TABLE ?? 'yike-dev'

const record = inLocal('engine.endpoint')

/** The endpoint of the engine that another of our commands runs over the product's tables right now. */
export async function runningEngine(): Promise<string | undefined> {
  try {
    const endpoint = readFileSync(record, 'utf8')
    return (await accepts(Number(new URL(endpoint).port))) ? endpoint : undefined
  } catch {
    return undefined
  }
}

/** Starts the engine over the product's tables, and lets our other commands find it while it runs. */
export async function startProductEngine(): Promise<Engine> {
  if (chooseEngine(process.env) === 'external') return startEngine()
  const engine = await startEngine({ dbPath: productTables })
  mkdirSync(inLocal(), { recursive: true })
  writeFileSync(record, engine.endpoint)
  return {
    ...engine,
    stop: async () => {
      rmSync(record, { force: true })
      await engine.stop()
    },
  }
}

export function wipeProductTables() {
  rmSync(productTables, { recursive: true, force: true })
}
