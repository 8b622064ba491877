// Staff close something at a desk: whom it hits is read first, and afterwards what became of each.
import { addDays, instantOf, localDate } from '@yike/shared/kernel/time'
import { expect, test } from 'vitest'
import { offering } from '../../../infra/local/tour/visits/acts'
import { desk } from '../../../infra/local/visitor'
import { affectedWords, offeringWords, outcomeWords } from '../../src/workbench/words'
import { onStreet } from './street'

const WORKER = '钱文静'
const here = onStreet()

test('nobody is hit whom staff have not read of: what is changed after the preview is asked anew, and what became of each is shown below what was saved', async () => {
  const { page, open, press, rest, write, see } = await here.street.enter(WORKER, desk)
  const today = localDate(instantOf(Date.now()))
  const [placeId, offeringId] = [...offering('桂花里助浴点', '助浴').matchAll(/=([^&]+)/g)].map(
    ([, id]) => id,
  )
  await open(`/workbench/pages/offerings?placeId=${placeId}&offeringId=${offeringId}`)
  const rows = page.getByRole('group', { name: offeringWords.closures })
  await page.getByRole('button', { name: offeringWords.addRow }).first().click()
  await rows.waitFor()
  await write(offeringWords.from, addDays(today, 1))
  await write(offeringWords.to, addDays(today, 3))
  await write(offeringWords.why, '消防检查')
  await press(offeringWords.save)
  const yes = page.getByRole('button', { name: RegExp(`^${affectedWords.yes(0).split(' ')[0]}`) })
  await yes.waitFor()
  await write(offeringWords.to, addDays(today, 4))
  expect(await yes.count()).toBe(0)
  // Nor by an answer that comes when what it was asked of has changed.
  let answer = () => {}
  const changed = new Promise<void>(done => {
    answer = done
  })
  await page.route('**/affected', async route => {
    await changed
    await route.fallback()
  })
  await press(offeringWords.save)
  await write(offeringWords.to, addDays(today, 5))
  answer()
  await rest()
  expect(await yes.count()).toBe(0)
  await page.unroute('**/affected')
  await press(offeringWords.save)
  await yes.click()
  await page.getByRole('heading', { name: outcomeWords.title }).waitFor()
  await see(/\d+ 个和先前看到的一样/)
})
