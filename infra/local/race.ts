// `npm run race`: sells single seats to crowds and counts. `--long`: 100,000 tries and more.
import { startEngine } from './engine'
import { race } from './race/race'

const long = process.argv.includes('--long')
const engine = await startEngine()
const every = (slots: number) =>
  [2, 8, 32, 128].map(
    clients => [clients, Math.max(1, Math.round(slots / (long ? 1 : Math.sqrt(clients))))] as const,
  )
const crowds = long ? [...every(200), ...every(200), ...every(200)] : every(200)
const total = crowds.reduce((sum, [clients, slots]) => sum + clients * slots, 2_000)
console.log(
  `${crowds.map(([clients, slots]) => `${slots} seats × ${clients} clients`).join(', ')}, one hour of 20 seats × 2,000 residents: ${total} wishes`,
)
const outcome = await race({
  endpoint: engine.endpoint,
  crowds,
  hot: { seats: 20, residents: 2_000 },
  atOnce: 128,
})
await engine.stop()

const { faults, injected, ...counts } = outcome
console.log(
  `${counts.tries} tries in ${counts.seconds.toFixed(0)} s (${(counts.tries / counts.seconds).toFixed(0)}/s), ${counts.granted} granted, ${counts.cancelled} cancelled, ${counts.answeredByStaff} answered by staff, ${counts.lapsed} lapsed`,
)
console.log('refused', counts.refused)
console.log('injected', Object.fromEntries(Object.entries(injected).filter(([, times]) => times > 0)))
console.log(
  Object.entries(faults)
    .map(([name, times]) => `${times} ${name}`)
    .join(', '),
)
if (Object.values(faults).some(times => times > 0)) process.exitCode = 1
