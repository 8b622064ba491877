// A short form of `npm run a11y`: the pages that an eighty-year-old meets first, at 390 px.
import { expect, test } from 'vitest'
import { inspect } from '../../infra/local/a11y/inspect'
import { tour } from '../../infra/local/tour'
import { visits } from '../../infra/local/tour/visits'

const FIRST = ['home', 'ask-who', 'bookings', 'place', 'file', 'me']

test('axe-core finds nothing; targets are 44 px and more, 60 in 长辈版, contrast 4.5:1 and more, 7:1 there; no word is cut at 30 px', async () => {
  const wrong: string[] = []
  let targets = 0
  const troubles = await tour({
    title: '无障碍 accessibility',
    visits: visits.filter(({ name }) => FIRST.includes(name)),
    modes: ['ordinary', 'elder'],
    widths: [390],
    async look(view) {
      const { violations, faults, ...measured } = await inspect(view)
      targets += measured.targets
      wrong.push(...[...violations, ...faults].map(fault => `${view.visit.name} ${view.mode}: ${fault}`))
    },
  })
  expect(targets).toBeGreaterThan(100)
  expect([...wrong, ...troubles]).toEqual([])
}, 240_000)
