/**
 * What only WeChat asks and tells, and a voice: on the pages where it comes. The walk stands in for WeChat where the address
 * says so (`platform/wechat.ts`), and for a voice that goes on.
 */
import type { Visitor } from '../../visitor'
import { RESIDENT, type Visit } from './acts'

/** As words, for what tsx makes of a function calls helpers of its own, which no page has. */
const STAND_IN = `if (location.hash.includes('weChat')) window.weChat = {
  onNeedPrivacyAuthorization: listener => { window.askPrivacy = () => listener(() => undefined) },
  getUpdateManager: () => ({ onUpdateReady: ready => ready() }),
  requestSubscribeMessage: async () => ({}),
}`

const standIn = ({ page }: Visitor) => page.addInitScript({ content: STAND_IN })

const withoutConsent = async (visitor: Visitor) => {
  await standIn(visitor)
  await visitor.page.route('**/api/consents', route =>
    route.fulfill({ json: { consents: [{ about: 'booking', templateId: 'reminder', left: 0 }] } }),
  )
}

const voice = ({ page }: Visitor) =>
  page.addInitScript({ content: 'speechSynthesis.speak = () => undefined' })

export const wechat: readonly Visit[] = [
  {
    name: 'doorstep-privacy',
    who: RESIDENT,
    address: '/identity/pages/home?weChat=1',
    before: standIn,
    act: async ({ page, see }) => {
      await page.evaluate('askPrivacy()')
      await see('同意')
    },
  },
  { name: 'me-update', who: RESIDENT, address: '/identity/tab/index?weChat=1', before: standIn },
  {
    name: 'ticket-consent',
    who: RESIDENT,
    address: '/booking/tab/index?weChat=1',
    before: withoutConsent,
    act: async ({ press, see }) => {
      await press(/预约号/)
      await see(/告诉我/)
    },
    actElder: async ({ press, see }) => {
      await press(/^看预约单/)
      await see(/告诉我/)
    },
  },
  {
    name: 'bookings-aloud',
    who: RESIDENT,
    address: '/booking/tab/index',
    before: voice,
    act: async ({ press, see }) => {
      await press('念出来')
      await see('停下')
    },
    modes: ['elder'],
  },
]
