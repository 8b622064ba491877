/** What residents and workers do again and again in the browser. */
import { addDays, addMinutes, instantAt, instantOf, localDate, weekdayOf } from '@yike/shared/kernel/time'
import { offeringNamed } from '../../functions/src/demo/offerings'
import type { Visitor } from '../../infra/local/visitor'
import { words as booking } from '../src/booking/words'
import { words as circle } from '../src/circle/words'
import { controlWords as ui } from '../src/ui/words'
import { words as workbench } from '../src/workbench/words'

/** An hour of an offering, or as many minutes as one says, as an address carries it. */
export const slotOf = (place: string, offering: string, daysAhead: number, hour: number, minutes = 60) => {
  const { placeId, offeringId } = offeringNamed(place, offering)
  const startAt = instantAt(addDays(localDate(instantOf(Date.now())), daysAhead), hour * 60)
  const what = { placeId, offeringId, startAt, endAt: addMinutes(startAt, minutes) }
  return Object.entries(what)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
}

/** Tuesday and Thursday evenings the demo's season has given the resident, from in eight days on. */
const SEASON_WEEKDAYS = [1, 3]

/** How far ahead the nth day is, from in eight days on, on whose evening the resident has nothing yet. */
export const quietDay = (nth: number): number => {
  const today = localDate(instantOf(Date.now()))
  const ahead = Array.from({ length: 7 }, (_, i) => 8 + i)
  return ahead.filter(days => !SEASON_WEEKDAYS.includes(weekdayOf(addDays(today, days))))[nth] ?? 8
}

/** From the page of a place to the one that confirms: the last slot of a day, so many days from today. */
export async function chooseLastSlot(visitor: Visitor, offering: string, daysAhead: number) {
  await visitor.press(circle.bookAt(offering))
  const { page } = visitor
  await page.getByRole('radiogroup', { name: ui.chooseDay }).getByRole('radio').nth(daysAhead).click()
  await page.getByRole('group', { name: ui.chooseSlot }).getByRole('button').last().click()
}

/** From the page of a place to a ticket. */
export async function book(
  visitor: Visitor,
  offering: string,
  daysAhead: number,
  button: typeof booking.place,
) {
  await chooseLastSlot(visitor, offering, daysAhead)
  await visitor.press(RegExp(button('.*', booking.self)))
  await visitor.see(booking.number)
}

export const openPlace = async (visitor: Visitor, kind: string, place: string) => {
  await visitor.open('/circle/tab/index')
  await visitor.press(RegExp(`^${kind}`))
  await visitor.page.waitForURL(/circle\/pages\/list/)
  // While it is open, a button beside it books there at once.
  await visitor.press(RegExp(`^(?!${circle.book}).*${place}`, 's'))
}

const PATIENCE_MS = 30_000

/**
 * Moves through the queue by keyboard until the case with this name is open, and reads it. Whose it is stands only in
 * the case.
 */
async function pickCase({ page, open, rest }: Visitor, name: RegExp, whose?: string) {
  await open('/workbench/pages/queue')
  await page.getByRole('tab', { name }).first().waitFor()
  const isOpen = async () => {
    // Staff decide on the case as it stands, not as this browser remembers it: until then, and where it is decided
    // already, there is no button.
    const toDecide = page.getByRole('button', { name: workbench.sendBack }).waitFor({ timeout: 4_000 })
    const canDecide = await toDecide.then(
      () => true,
      () => false,
    )
    if (!canDecide) return false
    return !whose || (await page.getByText(whose).filter({ visible: true }).count()) > 0
  }
  const reports = page.getByRole('radiogroup', { name: workbench.reportsOf }).getByRole('radio')
  const isThere = async () => {
    if (!(await page.getByRole('tab', { selected: true, name }).count())) return false
    if (await isOpen()) return true
    // Hours of one task are one line: the others of it are a step away.
    for (let nth = 1; nth < (await reports.count()); nth++) {
      await reports.nth(nth).click()
      if (await isOpen()) return true
    }
    return false
  }
  const lines = page.locator('[role=tab][id^="line:"]')
  // The list that this browser remembers comes first: what is not in it may be in the one that is on its way.
  for (const start = Date.now(); Date.now() - start < PATIENCE_MS; ) {
    await rest()
    // What stood open here last stays open: the queue is read from its beginning.
    while ((await lines.first().getAttribute('aria-selected')) !== 'true') await page.keyboard.press('k')
    for (let left = await lines.count(); left > 0; left--) {
      // What the desk itself has opened is met before any key decides it.
      if (await isThere()) return page.getByRole('tab', { selected: true }).and(lines).click()
      await page.keyboard.press('j')
    }
  }
  throw new Error(`the queue holds no ${name}`)
}

/** By keyboard: one a makes ready, a second one decides. */
export async function approve(worker: Visitor, name: RegExp, done: string, whose?: string) {
  await pickCase(worker, name, whose)
  await worker.page.keyboard.press('a')
  await worker.see(workbench.armed)
  await worker.page.keyboard.press('a')
  await worker.see(RegExp(done))
}

export async function sendBack(worker: Visitor, name: RegExp, reason: string, whose?: string) {
  await pickCase(worker, name, whose)
  await worker.page.keyboard.press('d')
  await worker.write(workbench.reason, reason)
  await worker.press(workbench.doSendBack)
  await worker.see(RegExp(workbench.sentBack('')))
}
