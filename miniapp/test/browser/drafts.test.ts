// A browser is reloaded, or a phone closes the app, in the middle of a form: what was written is there again, until it is
// sent. Real browser, real product, real engine.
import { expect, test, vi } from 'vitest'
import { placeId } from '../../../infra/local/tour/visits/acts'
import { desk, type Visitor } from '../../../infra/local/visitor'
import { words as identity, relationNames } from '../../src/identity/words'
import { phoneWords } from '../../src/identity/words/phone'
import { unsentWords as unsent } from '../../src/ui/words'
import { callerWords, teamWords, words } from '../../src/workbench/words'
import { onStreet } from './street'

const RESIDENT = '王桂芳'
const WORKER = '钱文静'
const PERSON = '/identity/pages/person'
const here = onStreet()

const field = ({ page }: Visitor, name: string) =>
  page.getByRole('textbox', { name }).filter({ visible: true }).last()
const holds = (visitor: Visitor, name: string, text: string) =>
  vi.waitUntil(
    async () =>
      (await field(visitor, name)
        .inputValue()
        .catch(() => null)) === text,
    {
      timeout: 10_000,
    },
  )
/** All that is kept of drafts on this phone. */
const kept = ({ page }: Visitor) =>
  page.evaluate(() =>
    Object.entries(localStorage)
      .filter(([name]) => name.startsWith('yk:draft'))
      .map(([, value]) => value)
      .join(),
  )

test('somebody of the family who is half written down is there after a reload, also taken back from what waits, and gone once added', async () => {
  const visitor = await here.street.enter(RESIDENT)
  const { page, open, write, press, see } = visitor
  await open(PERSON)
  await write(identity.personName, '王小满')
  await press(relationNames.grandchild, 'radio')
  await write(identity.bornOn, '201905')
  await open(PERSON)
  await holds(visitor, identity.personName, '王小满')
  await holds(visitor, identity.bornOn, '201905')
  const add = identity.addPerson('王小满')
  await page.getByRole('button', { name: add }).waitFor()
  await visitor.rest()
  await page.context().setOffline(true)
  await press(add)
  await see(unsent.waiting)
  expect(await kept(visitor)).toBe('')
  await press(unsent.takeBack)
  await holds(visitor, identity.personName, '王小满')
  await page.context().setOffline(false)
  await press(add)
  await vi.waitUntil(async () => (await kept(visitor)) === '')
  await open(PERSON)
  await holds(visitor, identity.personName, '')
})

test('an own number, a name for another community and a month of birth that are half typed are there after a reload', async () => {
  const visitor = await here.street.enter(RESIDENT)
  const { page, open, write, press, see } = visitor
  await open('/identity/pages/phone')
  await write(phoneWords.field, '13900001234')
  await open('/identity/pages/phone')
  await holds(visitor, phoneWords.field, '13900001234')
  await press(phoneWords.give)
  await see(phoneWords.saved)
  expect(await kept(visitor)).toBe('')
  await open('/identity/pages/join')
  await write(identity.name, '王桂芳（退休）')
  await open('/identity/pages/join')
  await holds(visitor, identity.name, '王桂芳（退休）')
  const personId = await page.evaluate(
    () => JSON.parse(localStorage.getItem('yk:session') ?? '').data.me.people[0].personId as string,
  )
  const born = [`/identity/pages/born?personId=${personId}`, identity.bornOf(RESIDENT)] as const
  await open(born[0])
  await write(born[1], '1948')
  await open(born[0])
  await holds(visitor, born[1], '1948')
})

test('what staff write of who calls is kept nowhere', async () => {
  const worker = await here.street.enter(WORKER, desk)
  const { page, open, write } = worker
  await open(`/workbench/pages/book-for?placeId=${placeId('桂花里日间照料中心')}`)
  await write(callerWords.phone, '0519-8888 4321')
  await write(callerWords.name, '季长庚')
  await write(callerWords.note, '坐轮椅来')
  const stores = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
  for (const said of ['4321', '季长庚', '坐轮椅来']) expect(stores).not.toContain(said)
})

test('the name of a team that is half registered is there after a reload, and gone once it is registered', async () => {
  const worker = await here.street.enter(WORKER, desk)
  const { open, write, press, see } = worker
  await open('/workbench/pages/teams')
  await write(teamWords.name, '桂花里合唱')
  await open('/workbench/pages/teams')
  await holds(worker, teamWords.name, '桂花里合唱')
  await press(teamWords.registerIt)
  await see(teamWords.codeFor('桂花里合唱'))
  expect(await kept(worker)).toBe('')
})

test('a reason that is half written of one case is there after another was looked at and written of, and gone once it is decided either way', async () => {
  const worker = await here.street.enter(WORKER, desk)
  const { page, open, write, see } = worker
  /** Lines between two cases may be of things that nobody sends back. */
  const sendBackOn = async (key: 'j' | 'k') => {
    await page.keyboard.press('Escape')
    for (let isCase = false; !isCase; ) {
      await page.keyboard.press(key)
      await worker.rest()
      isCase = (await page.getByRole('button', { name: words.sendBack }).count()) > 0
    }
    await page.keyboard.press('d')
  }
  await open('/workbench/pages/queue')
  await page.getByRole('button', { name: words.sendBack }).waitFor()
  await page.keyboard.press('d')
  await write(words.reason, '请写清楚是哪一幢')
  await sendBackOn('j')
  await holds(worker, words.reason, '')
  await write(words.reason, '时间和别人的撞了')
  await sendBackOn('k')
  await holds(worker, words.reason, '请写清楚是哪一幢')
  await page.keyboard.press('Escape')
  await page.keyboard.press('a')
  await see(words.armed)
  await page.keyboard.press('a')
  await vi.waitUntil(async () => !(await kept(worker)).includes('哪一幢'))
  expect(await kept(worker)).toContain('时间和别人的撞了')
})
