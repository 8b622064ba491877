import { instantOf } from '@yike/shared/kernel/time'
import { openTable } from '../../../functions/src/platform/table'
import { createTable } from '../../../functions/src/platform/table/create'
import { startEngine } from '../engine'

/** A table of its own on an engine of its own, with what each call costs. */
const engine = await startEngine()
export const stopEngine = () => engine.stop()
export const { endpoint } = engine
const where = { region: 'local', endpoint }
export const name = 'bench-circle'
await createTable(name, where)
let read = 0
let written = 0
let calls = 0
export const table = openTable({
  name,
  ...where,
  patience: { callMs: 60_000, tryMs: 30_000 },
  meter: (call, used) => {
    calls++
    const units = used.reduce((sum, one) => sum + (one.CapacityUnits ?? 0), 0)
    if (call === 'write') written += units
    else read += units
  },
})
export const take = () => {
  const taken = { read, written, calls }
  read = 0
  written = 0
  calls = 0
  return taken
}
export const now = instantOf(Date.parse('2026-11-23T01:00:00Z'))
export const inWrites = async (changes: Parameters<typeof table.write>[0], size: number): Promise<void> => {
  for (let at = 0; at < changes.length; at += size) {
    const saved = await table.write(changes.slice(at, at + size))
    if (!saved.ok) throw new Error(saved.refusal.code)
  }
}
