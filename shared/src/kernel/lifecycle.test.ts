import { describe, expect, it } from 'vitest'
import { bookingLifecycle } from '../booking/lifecycle'
import { projectLifecycle } from '../microproject/lifecycle'
import { claimLifecycle } from '../volunteer/lifecycle'
import { allowedVerbs, type Lifecycle, type Part, take } from './lifecycle'

const door: Lifecycle<'open' | 'shut', 'open' | 'shut'> = {
  open: { shut: { to: 'shut', by: ['owner', 'clock'] } },
  shut: { open: { to: 'open', by: ['owner'] } },
}
const parts: readonly Part[] = ['owner', 'staff', 'clock']

it('a step leads to its state for whoever may take it, and says why for everybody else', () => {
  expect(take(door, 'open', 'shut', 'clock')).toEqual({ ok: true, value: 'shut' })
  expect(take(door, 'shut', 'open', 'clock')).toMatchObject({ refusal: { code: 'wrong_part' } })
  expect(take(door, 'shut', 'shut', 'owner')).toMatchObject({ refusal: { code: 'wrong_state' } })
})

describe.each([
  ['booking', bookingLifecycle],
  ['micro-project', projectLifecycle],
  ['claim', claimLifecycle],
] as [string, Lifecycle<string, string>][])('the lifecycle of a %s', (_, lifecycle) => {
  const states = Object.keys(lifecycle)
  const verbs = [...new Set(states.flatMap(state => Object.keys(lifecycle[state] ?? {})))]

  it('leads only to states that it knows', () => {
    for (const steps of Object.values(lifecycle))
      for (const step of Object.values(steps)) expect(states).toContain(step?.to)
  })

  it('offers exactly the verbs that may be taken', () => {
    for (const state of states)
      for (const part of parts)
        for (const verb of verbs)
          expect(allowedVerbs(lifecycle, state, part).includes(verb), `${state} ${verb} ${part}`).toBe(
            take(lifecycle, state, verb, part).ok,
          )
  })
})
