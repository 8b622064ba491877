// `npm run race`: sells single seats to crowds and counts. `--long`: 100,000 tries and more.
import { startEngine } from './engine'
import { race } from './race/race'

/** Of whom each wishes for eight things. */
const GUESTS = 60
const long = process.argv.includes('--long')
const engine = await startEngine()
const startedMs = performance.now()
const sinceStart = () => ((performance.now() - startedMs) / 1000).toFixed(0).padStart(4)
const every = (slots: number) =>
  [2, 8, 32, 128].map(
    clients => [clients, Math.max(1, Math.round(slots / (long ? 1 : Math.sqrt(clients))))] as const,
  )
const crowds = long ? [...every(200), ...every(200), ...every(200)] : every(200)
const total = crowds.reduce(
  (sum, [clients, slots]) => sum + clients * slots,
  2_000 + (long ? 2_000 : 400) + 8 * GUESTS,
)
console.log(
  `${crowds.map(([clients, slots]) => `${slots} seats × ${clients} clients`).join(', ')}, one hour of 20 seats × 2,000 residents: ${total} wishes`,
)
const { faults, injected, counts, refused, seconds, livedSeconds, settledSeconds, pace, bare, ...more } =
  await race({
    endpoint: engine.endpoint,
    crowds,
    hot: { seats: 20, residents: 2_000 },
    closings: { times: long ? 100 : 20, clients: 20 },
    guests: GUESTS,
    atOnce: 128,
    onProgress: (lived, of, changes) =>
      console.log(`${sinceStart()} s: ${lived} of ${of} are through, ${changes} changes are followed`),
  })
await engine.stop()

const all = (some: Readonly<Record<string, number>>) =>
  Object.entries(some)
    .filter(([, times]) => times > 0)
    .map(([name, times]) => `${times} ${name}`)
    .join(', ')
console.log(`${counts.tries} tries in ${seconds.toFixed(0)} s (${(counts.tries / seconds).toFixed(0)}/s)`)
console.log(`done: ${all({ ...more, ...counts, tries: 0 })}`)
console.log(`refused: ${all(refused)}`)
const read = Object.values(pace.read).reduce((sum, times) => sum + times, 0)
console.log(
  `stream: ${read} changes, ${(read / livedSeconds).toFixed(0)}/s as they were written and ${(read / pace.seconds).toFixed(0)}/s as they are followed; at most ${pace.longestBehind.toFixed(0)} s behind, all read ${(settledSeconds - livedSeconds).toFixed(0)} s after the last wish (${all(pace.read)})`,
)
console.log(
  `  a bare reader of the same stream: ${bare.changes} changes, ${(bare.changes / bare.seconds).toFixed(0)}/s`,
)
for (const [name, { times, ms, calls }] of Object.entries(pace.spent).sort(
  ([, one], [, other]) => other.ms - one.ms,
))
  if (ms > 0)
    console.log(
      `  ${name}: ${times} × ${(ms / times).toFixed(1)} ms, ${(calls / times).toFixed(2)} calls of the table`,
    )
console.log(`injected: ${all(injected)}`)
console.log(
  Object.entries(faults)
    .map(([name, times]) => `${times} ${name}`)
    .join(', '),
)
if (Object.values(faults).some(times => times > 0)) process.exitCode = 1
