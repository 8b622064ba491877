import { createMemory, type Memory } from './memory'

/**
 * How long a property is tried. In the suite few runs from one seed, the same every time; with YIKE_RUNS=10000 as many as
 * that from a seed of the moment or from YIKE_SEED, which is told: `YIKE_RUNS=10000 npx vitest run functions/test/model.test.ts`.
 */
const wanted = Number(process.env.YIKE_RUNS ?? 0)
const MS_EACH = 5_000
const longSeed = Number(process.env.YIKE_SEED ?? Date.now() % 2 ** 31)

export const tried = (runs: number) =>
  wanted > 0
    ? { params: { numRuns: wanted, seed: longSeed }, timeoutMs: wanted * MS_EACH }
    : {
        params: {
          numRuns: runs,
          seed: 20261123,
          interruptAfterTimeLimit: 240_000,
          markInterruptAsFailure: true,
        },
        timeoutMs: 260_000,
      }

let nth = 0
/**
 * What a run is made on: each tenth one of the suite, and each hundredth one of a long form, on the real engine, the others
 * on a table of maps that memory.test.ts holds against it.
 */
export const nextTable = (): { memory?: Memory } =>
  nth++ % (wanted > 0 ? 100 : 10) === 0 ? {} : { memory: createMemory() }

/** What a long form prints at its end; the suite says nothing. */
export const report = (said: () => string): void => {
  if (wanted > 0) console.log(`${said()} (seed ${longSeed})`)
}
export const isLong = wanted >= 5_000
