/** Why nothing is done by a grant. */
import type { ErrorTable, NextAction } from '../../../kernel/problem'

const grants: NextAction = { do: 'open', label: '看看代办授权', page: '/identity/pages/grants' }

export const grantErrors = {
  'booking.grant_over': {
    status: 409,
    title: '这份代办授权已经结束了，还要代办，请家人再给一份。',
    next: [grants],
  },
  'booking.grant_unconfirmed': {
    status: 409,
    title: '这份代办授权家人还没确认，请家人在手机上点“是”，就能代办。',
    next: [grants],
  },
  'booking.grant_lacks': {
    status: 409,
    title: '这份代办授权不含这件事，请本人来办，或请家人再给一份。',
    next: [grants],
  },
} as const satisfies ErrorTable

/** Of every endpoint that acts or looks by a grant. */
export const grantCodes = [
  'booking.grant_over',
  'booking.grant_unconfirmed',
  'booking.grant_lacks',
] as const satisfies readonly (keyof typeof grantErrors)[]
