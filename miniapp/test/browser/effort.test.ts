// What `npm run effort` counts: the four errands from home, in both modes, by real taps in a real browser.
import { expect, test } from 'vitest'
import { errands } from '../../../infra/local/effort/errands'
import { run } from '../../../infra/local/effort/run'
import { TUESDAY } from '../../../infra/local/tour'
import { onStreet } from './street'

const here = onStreet(TUESDAY)

for (const errand of errands)
  for (const mode of ['ordinary', 'elder'] as const)
    test(`${errand.name} takes at most ${errand.most} taps from home, ${mode}`, async () => {
      const { taps } = await run(errand, mode, await here.street.enter(errand.who))
      expect(taps).toBeLessThanOrEqual(errand.most)
    })
