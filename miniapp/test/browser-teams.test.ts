// 团队 in a real browser: staff register one, somebody leads it by a code, another joins and is let book, and books a room
// that is for teams alone.
import { expect, test } from 'vitest'
import { words as booking } from '../src/booking/words'
import { teamWords as teams } from '../src/identity/words/team'
import { teamWords as desk } from '../src/workbench/words/team'
import { onStreet } from './browser/street'
import { slotOf } from './browser-steps'

const STAFF = '钱文静'
/** Neighbours who are in no team of that name in the demo. */
const LEADER = '许志宁'
const BOOKER = '陆一鸣'
const TEAM = '桂花里棋社'

const here = onStreet()
const room = slotOf('桂花里多功能厅', '团队排练', 9, 14)

test('a team is registered, led and joined by codes; whom its leader lets books a room for it, and nobody once staff close it', async () => {
  const staff = await here.street.enter(STAFF)
  await staff.open('/workbench/pages/teams')
  await staff.write(desk.name, TEAM)
  await staff.press(desk.registerIt)
  const code = (await staff.page.locator('.workbench-staff__code').textContent()) ?? ''

  const leader = await here.street.enter(LEADER)
  await leader.open('/identity/pages/team-join')
  await leader.write(teams.code, code.toLowerCase())
  await leader.press(teams.read)
  await leader.press(teams.takeLead)
  await leader.press(teams.invite)
  await leader.press(teams.make)
  const forAll = (await leader.page.locator('.identity-desk__number').textContent()) ?? ''
  await leader.press(teams.told)

  const booker = await here.street.enter(BOOKER)
  await booker.open(`/booking/pages/confirm?${room}`)
  await booker.press(booking.myTeams)
  await booker.press(teams.enter)
  await booker.write(teams.code, forAll)
  await booker.press(teams.read)
  await booker.press(teams.take)
  await booker.see(teams.mayNot)

  await leader.open('/identity/pages/teams')
  await leader.press(RegExp(TEAM))
  await leader.press(RegExp(BOOKER))
  await leader.press(teams.letBook)
  await leader.see(RegExp(teams.roles.booker))

  await booker.open('/identity/pages/teams')
  await booker.see(teams.roles.booker)
  await booker.open(`/booking/pages/confirm?${room}`)
  await booker.press(RegExp(booking.place('.*', TEAM)))
  await booker.see(booking.number)
  await booker.see(booking.forName(TEAM))

  await staff.press(desk.told)
  await staff.press(desk.closeOf(TEAM))
  const question = staff.page.getByRole('alertdialog')
  await question.waitFor()
  await question.getByRole('button', { name: desk.close, exact: true }).click()
  await staff.see(desk.closed)
  await booker.open('/identity/pages/teams')
  await booker.see(teams.closed)
  await booker.open(`/booking/pages/confirm?${slotOf('桂花里多功能厅', '团队排练', 10, 14)}`)
  await booker.see(booking.myTeams)
  expect(await booker.sees(RegExp(booking.place('.*', TEAM)))).toBe(false)
})
