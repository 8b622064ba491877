// What stays at the bottom edge of a low window: a phone held across, a desk that shows everything twice as large.
import { expect, test } from 'vitest'
import { walkByKeyboard } from '../../../infra/local/a11y/keyboard'
import { drawn } from '../../../infra/local/tour'
import { RESIDENT, WORKER } from '../../../infra/local/tour/visits/acts'
import { slotOf } from '../browser-steps'
import { onStreet } from './street'

const here = onStreet()

const hall = slotOf('桂花里多功能厅', '多功能厅', 13, 8, 120)
const pages = [
  [WORKER, '/workbench/pages/queue'],
  [WORKER, '/workbench/pages/places'],
  [RESIDENT, `/booking/pages/confirm?${hall}`],
  [RESIDENT, `/booking/pages/repeat?${hall}`],
  [RESIDENT, '/identity/pages/person'],
] as const
const windows = [
  { width: 390, height: 667 },
  { width: 844, height: 390 },
  { width: 640, height: 400 },
]

test.each(windows)('no foot covers more than a third of $width × $height', async viewport => {
  const wrong: string[] = []
  for (const [who, address] of pages) {
    const visitor = await here.street.enter(who, { viewport })
    await visitor.open(address)
    await drawn(visitor)
    const covered = await visitor.page
      .locator('.yk-screen__foot:visible')
      .evaluateAll(feet =>
        feet
          .filter(foot => getComputedStyle(foot).position === 'sticky')
          .map(foot => foot.getBoundingClientRect().height / innerHeight),
      )
    wrong.push(...covered.filter(share => share > 1 / 3).map(share => `${address} ${share}`))
  }
  expect(wrong).toEqual([])
})

test('in a low window the queue is walked by Tab, and no control has the focus behind another', async () => {
  const worker = await here.street.enter(WORKER, { viewport: { width: 640, height: 400 } })
  await worker.open('/workbench/pages/queue')
  await drawn(worker)
  expect((await walkByKeyboard(worker.page)).faults).toEqual([])
})
