/** Taking something: a day, a time, for whom, and what became of it. */
import { demoId } from '../../../../functions/src/demo/street'
import type { Visitor } from '../../visitor'
import {
  badminton,
  dayCare,
  elderModes,
  firstAnswer,
  firstSlot,
  fullOne,
  kitchen,
  PARENT,
  placed,
  plainModes,
  RESIDENT,
  tomorrow,
  twice,
  type Visit,
  VOLUNTEER,
} from './acts'

/** Everything begins so soon that only a call gives it up. */
const onlyByCall = ({ page }: Visitor) =>
  page.route('**/api/bookings?*', async route => {
    const answer = await route.fetch()
    const listed = await answer.json()
    const bookings = listed.bookings.map((one: object) => ({ ...one, can: [] }))
    await route.fulfill({ json: { ...listed, bookings } })
  })

export const booked: readonly Visit[] = [
  { name: 'choose', who: VOLUNTEER, address: badminton, act: tomorrow, modes: plainModes },
  { name: 'choose-open', who: VOLUNTEER, address: badminton },
  { name: 'choose-care', who: RESIDENT, address: dayCare },
  { name: 'ask', who: RESIDENT, address: '/booking/pages/ask' },
  { name: 'ask-who', who: RESIDENT, address: '/booking/pages/ask', act: firstAnswer },
  { name: 'confirm', who: RESIDENT, address: dayCare, act: firstSlot, page: 'booking/pages/confirm' },
  {
    name: 'confirm-refused',
    who: PARENT,
    address: kitchen,
    act: twice,
    modes: plainModes,
    troubles: ['409 '],
  },
  { name: 'ticket', who: VOLUNTEER, address: badminton, act: placed, page: 'booking/pages/ticket' },
  {
    name: 'ticket-cancel',
    who: RESIDENT,
    address: '/booking/tab/index',
    act: async visitor => {
      await visitor.press(/预约号/)
      await visitor.rest()
      await visitor.press('取消预约')
    },
    actElder: async ({ page, press, rest }) => {
      await page
        .getByRole('button', { name: /^看预约单/ })
        .first()
        .click()
      await rest()
      await press('取消预约')
    },
  },
  {
    name: 'ticket-door',
    who: RESIDENT,
    address: '/booking/tab/index',
    act: async ({ page, press }) => {
      await page
        .getByRole('button', { name: /^看预约单/ })
        .first()
        .click()
      await press('到了，出示号码')
    },
    page: 'booking/pages/ticket',
    worn: 'elder',
    modes: elderModes,
  },
  { name: 'later', who: RESIDENT, address: '/booking/pages/later' },
  { name: 'wait', who: VOLUNTEER, address: badminton, act: fullOne, page: 'booking/pages/wait' },
  {
    name: 'ticket-waiting',
    who: RESIDENT,
    address: '/booking/tab/index',
    act: visitor => visitor.press(/第 \d 位/),
    page: 'booking/pages/ticket',
  },
  {
    name: 'ticket-offered',
    who: RESIDENT,
    address: '/booking/tab/index',
    act: visitor => visitor.press('让给下一位'),
    actElder: async visitor => {
      await visitor.press(/^有空位了/)
      await visitor.press('让给下一位')
    },
  },
  {
    name: 'ticket-displaced',
    who: PARENT,
    address: `/booking/pages/ticket?bookingId=${demoId('booking', 'swap-none')}`,
  },
  {
    name: 'bookings-too-late',
    who: RESIDENT,
    address: '/booking/tab/index',
    before: onlyByCall,
    modes: elderModes,
  },
  {
    name: 'ticket-moved',
    who: PARENT,
    address: `/booking/pages/ticket?bookingId=${demoId('booking', 'swap')}`,
  },
]
