import { expect, inject, it } from 'vitest'
import { race } from './race/race'

it('in the short race 300 clients on a running API with failures between it and its engine find none oversold, lost, doubled or unanswered, and no 5xx', async () => {
  const { faults, granted, injected } = await race({
    endpoint: inject('engine'),
    crowds: [
      [2, 20],
      [8, 8],
      [32, 3],
    ],
    hot: { seats: 20, residents: 100 },
    atOnce: 64,
  })
  expect(faults).toEqual({
    oversold: 0,
    lost: 0,
    duplicates: 0,
    unanswered: 0,
    serverErrors: 0,
    unbalanced: 0,
  })
  expect(granted).toBeGreaterThanOrEqual(51)
  expect(Math.min(injected.conflict ?? 0, injected.throttle ?? 0, injected.lostReply ?? 0)).toBeGreaterThan(0)
}, 120_000)
