/**
 * `npm run bench:circle -- [EXTRACT.osm.gz] [--quick | --sizes=25000,50000,100000]`: what the circle costs, on made-up
 * cities of three sizes and, where a file is given, on a real extract; peers put to the same question. Each part works
 * in a process and in a table of its own, so that none pays for another's memory.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { hold, take, took, verdict } from './bench-circle/figures'
import type { PartName } from './bench-circle/parts'
import { root } from './paths.mjs'

/** Cost of a place in the largest city against the smallest one. */
const MOST_GROWTH = 1.3

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: 'string', default: '25000,50000,100000' },
    quick: { type: 'boolean', default: false },
    part: { type: 'string' },
  },
})

const runPart = async (part: PartName, on: string): Promise<number> => {
  const child = fork(import.meta.filename, [`--part=${part}`, on], {
    cwd: root,
    execArgv: ['--import', 'tsx'],
  })
  let cost = 0
  child.on('message', (told: ReturnType<typeof took> & { readonly cost: number }) => {
    take(told)
    cost = told.cost
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${part} ${on} ended with ${code}`)
  return cost
}

if (values.part) {
  const { parts } = await import('./bench-circle/parts')
  const cost = await parts[values.part as PartName](positionals[0] ?? '')
  process.send?.({ ...took(), cost })
  process.disconnect?.()
} else {
  const began = Date.now()
  const [file] = positionals
  const sizes = values.quick ? ['5000', '10000', '20000'] : values.sizes.split(',')
  const [smallest = '', largest = ''] = [sizes[0], sizes.at(-1)]
  const perPlace: number[] = []
  for (const size of sizes) perPlace.push(await runPart('city', size))
  console.log('\nCost in places')
  hold(
    `a place of ${largest} against one of ${smallest}`,
    (perPlace.at(-1) ?? 0) / (perPlace[0] ?? 1),
    MOST_GROWTH,
    'times',
  )
  await runPart('change', smallest)
  await runPart('peers', smallest)
  if (file) await runPart('extract', resolve(file))
  else
    console.log('\nNo extract was given: the comparison with the straight line on real streets is left out.')
  console.log(`\n${((Date.now() - began) / 60_000).toFixed(1)} minutes`)
  process.exitCode = verdict()
}
