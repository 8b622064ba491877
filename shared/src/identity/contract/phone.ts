/** A resident's own number: given with their consent, taken back whenever they like. */
import type { Endpoint } from '../../kernel/contract'
import type { ErrorTable } from '../../kernel/problem'
import { z } from '../../kernel/zod'
import { GivePhone, OwnPhone } from '../schema/phone'

export const phoneErrors = {
  'identity.phone_unclear': {
    status: 400,
    title: '这个号码打不通：手机是 11 位，座机前面加区号，请对一对。',
  },
} as const satisfies ErrorTable

export const phoneEndpoints = {
  phone: {
    method: 'GET',
    path: '/me/phone',
    status: 200,
    access: ['resident'],
    summary: 'The number on which the community may call me where a message does not reach me',
    input: z.strictObject({}),
    output: OwnPhone,
    errors: [],
  },
  givePhone: {
    method: 'PUT',
    path: '/me/phone',
    status: 200,
    access: ['resident'],
    summary: 'Give a number, or another one, for such calls alone',
    input: GivePhone,
    output: OwnPhone,
    errors: ['identity.phone_unclear'],
  },
  removePhone: {
    method: 'POST',
    path: '/me/phone/remove',
    status: 200,
    access: ['resident'],
    summary: 'Take my number back: from then on nobody is shown it; twice is the same as once',
    input: z.strictObject({}),
    output: OwnPhone,
    errors: [],
  },
} as const satisfies Record<string, Endpoint>
