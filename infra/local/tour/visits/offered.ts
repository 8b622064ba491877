/** What an offering asks of who books it; what can be booked, as staff keep it up; and a place that is about to close. */

import { instantAt } from '@yike/shared/kernel/time'
import { demoId } from '../../../../functions/src/demo/street'
import type { Visitor } from '../../visitor'
import {
  badminton,
  dayCare,
  elderModes,
  firstSlot,
  offering,
  placeId,
  plainModes,
  RESIDENT,
  type Visit,
  VOLUNTEER,
  WORKER,
} from './acts'
import { children } from './children'

const allowance = offering('桂花里便民服务站', '高龄津贴申领')
const hall = offering('桂花里多功能厅', '多功能厅')
const asked = (what: string, minute: number, step: string, on = '2026-11-25') =>
  `/booking/pages/confirm?${what}&startAt=${encodeURIComponent(instantAt(on, minute))}&step=${step}`
/** The questions of 长辈版 that have a page of their own. */
const questions: readonly Visit[] = [
  {
    name: 'ask-offering',
    who: RESIDENT,
    address: `/booking/pages/choose?placeId=${placeId('桂花里日间照料中心')}`,
  },
  { name: 'ask-clock', who: RESIDENT, address: `${dayCare}&on=2026-11-25` },
  {
    name: 'ask-long',
    who: VOLUNTEER,
    address: asked(offering('桂花里羽毛球馆', '羽毛球场'), 16 * 60, 'long'),
  },
  { name: 'ask-how', who: RESIDENT, address: asked(allowance, 9 * 60, 'how') },
  { name: 'ask-things', who: RESIDENT, address: asked(hall, 13 * 60, 'things', '2026-11-27') },
  { name: 'ask-check', who: RESIDENT, address: asked(allowance, 9 * 60, 'check') },
].map(visit => ({ ...visit, modes: elderModes }))

/** Whoever has no certificate noted: where that is done. */
const uncertified: Visit = {
  name: 'confirm-certificate',
  who: RESIDENT,
  address: asked(offering('清水街道综合养老服务中心', '残疾人康复训练'), 10 * 60 + 30, '', '2026-11-26'),
}

const grantId = demoId('grant', 'osmanthus-resident osmanthus-volunteer')
/** Letting a relative act, and acting for one. */
const family: readonly Visit[] = [
  { name: 'grants', who: RESIDENT, address: '/identity/pages/grants' },
  { name: 'grant-offer', who: VOLUNTEER, address: '/identity/pages/grant-offer' },
  {
    name: 'grant-code',
    who: VOLUNTEER,
    address: '/identity/pages/grant-offer',
    act: async ({ press }) => {
      await press('约、取消、看预约')
      await press('三个月')
    },
  },
  { name: 'grant-open', who: VOLUNTEER, address: `/identity/pages/grant?grantId=${grantId}` },
  { name: 'grant-take', who: VOLUNTEER, address: '/identity/pages/grant-take' },
  {
    name: 'family',
    who: VOLUNTEER,
    address: `/booking/pages/family?grantId=${grantId}&name=${encodeURIComponent('王桂芳')}`,
  },
]

/** On a phone, and at a desk, where the sheet beside the list is another one. */
const lessened = (name: string, what: string, said: string): Visit[] => {
  const act = async ({ write, press, see }: Visitor) => {
    await write('同时能约几个', '1')
    await press('保存，马上生效')
    await see(RegExp(said))
  }
  const visit = { who: WORKER, address: `/workbench/pages/offerings?${what}` }
  return [
    { ...visit, name, widths: [390], act },
    {
      ...visit,
      name: `${name}-desk`,
      widths: [1280],
      act: async visitor => {
        await visitor.page.setViewportSize({ width: 1280, height: 800 })
        await visitor.see('添一项')
        await visitor.rest()
        await act(visitor)
      },
    },
  ]
}

export const offered: readonly Visit[] = [
  ...questions,
  uncertified,
  ...children,
  ...family,
  {
    name: 'confirm-gone',
    who: RESIDENT,
    address: `/booking/pages/confirm?${hall}&startAt=${encodeURIComponent(instantAt('2026-11-23', 8 * 60))}`,
  },
  {
    name: 'confirm-papers',
    who: RESIDENT,
    address: `/booking/pages/choose?${allowance}`,
    act: firstSlot,
    page: 'booking/pages/confirm',
    // 长辈版 asks for whom first, as `ask-who` shows.
    modes: [...plainModes, 'english'],
  },
  {
    name: 'confirm-equipment',
    who: RESIDENT,
    address: `/booking/pages/choose?${hall}`,
    act: firstSlot,
    page: 'booking/pages/confirm',
    modes: ['ordinary'],
  },
  {
    name: 'confirm-longer',
    who: VOLUNTEER,
    address: badminton,
    act: firstSlot,
    page: 'booking/pages/confirm',
  },
  {
    name: 'offerings',
    who: WORKER,
    address: `/workbench/pages/offerings?placeId=${placeId('桂花里书画室')}`,
  },
  {
    name: 'offering',
    who: WORKER,
    address: `/workbench/pages/offerings?${offering('桂花里羽毛球馆', '羽毛球场')}`,
  },
  // Fewer courts than are booked, a class with fewer seats: whom that hits is read before it is saved. Nothing is.
  ...lessened('offering-fewer', offering('桂花里羽毛球馆', '羽毛球场'), '个预约受影响'),
  ...lessened('offering-seatless', offering('桂花里日间照料中心', '半日托'), '班里有'),
  {
    name: 'offering-new',
    who: WORKER,
    address: `/workbench/pages/offerings?placeId=${placeId('桂花里托育园')}&part=new`,
  },
  {
    name: 'attendance',
    who: WORKER,
    address: `/workbench/pages/sheet?placeId=${placeId('桂花里日间照料中心')}`,
  },
  {
    name: 'book-for',
    who: WORKER,
    address: `/workbench/pages/book-for?placeId=${placeId('桂花里日间照料中心')}`,
  },
  {
    name: 'book-for-hall',
    who: WORKER,
    address: `/workbench/pages/book-for?${hall}`,
    act: ({ page }) =>
      page
        .getByRole('radiogroup', { name: '选时段' })
        .getByRole('radio', { disabled: false })
        .first()
        .click(),
  },
  {
    name: 'calendar',
    who: RESIDENT,
    address: '/booking/pages/calendar',
    act: async ({ press, see }) => {
      // On the walk in the other layout it was made.
      await press(/^做一个链接|^换新的/)
      await see('复制链接')
    },
  },
  { name: 'calendar-open', who: RESIDENT, address: '/booking/pages/calendar', modes: elderModes },
  {
    name: 'door',
    who: WORKER,
    address: `/workbench/pages/door?placeId=${placeId('桂花里日间照料中心')}`,
  },
  {
    name: 'place-close',
    who: WORKER,
    address: `/workbench/pages/place?placeId=${placeId('桂花里书画室')}`,
    act: ({ press }) => press('停用这处场所'),
  },
]
