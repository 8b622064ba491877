import { slice } from '../kernel/contract'
import { z } from '../kernel/zod'
import { AskNotices, Consent, Consents, GiveConsent, Movements, Notices } from './schema'

const inbox = [{ do: 'open', label: '看我的消息', page: '/identity/pages/notices' }] as const

export const bulletin = slice(
  {
    'bulletin.no_template': { status: 409, title: '这类提醒还没开通，请到“我的消息”里看。', next: inbox },
    'bulletin.enough_consents': { status: 409, title: '这类提醒已经够多了，用完再加。', next: inbox },
  },
  {
    notices: {
      method: 'GET',
      path: '/notices',
      status: 200,
      access: ['resident'],
      summary: 'My inbox: what happened to my cases, newest first',
      input: AskNotices,
      output: Notices,
      errors: [],
    },
    movements: {
      method: 'GET',
      path: '/movements',
      status: 200,
      access: ['resident'],
      summary: 'What moved in my community, newest first',
      input: AskNotices,
      output: Movements,
      errors: [],
    },
    consents: {
      method: 'GET',
      path: '/consents',
      status: 200,
      access: ['resident'],
      summary: 'Which messages of WeChat one can say yes to, and how many are still owed to me',
      input: z.strictObject({}),
      output: Consents,
      errors: [],
    },
    consent: {
      method: 'POST',
      path: '/consents',
      status: 201,
      access: ['resident'],
      keyed: true,
      summary: 'I said yes to one message about such a case',
      input: GiveConsent,
      output: Consent,
      errors: ['bulletin.no_template', 'bulletin.enough_consents'],
    },
  },
)
