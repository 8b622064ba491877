import { addDays, instantAt } from '@yike/shared/kernel/time'
import { planLife } from './life/plan'
const seen = new Map<string, number>()
let n = 0
const t = Date.now()
for (let d = 0; d < 800; d++) for (const h of [0, 6.25, 9, 13.75, 17.5, 23.75]) {
  n++
  try { planLife(instantAt(addDays('2026-01-01', d), h * 60)) } catch (e) { const m = (e as Error).message; seen.set(m, (seen.get(m) ?? 0) + 1) }
}
console.log(n, Date.now() - t, 'ms', seen)
const life = planLife(new Date().toISOString())
console.log(life.bookings.length, life.tasks.length, life.projects.length)
