import { errorTable } from '@yike/shared/api'
import type { ErrorTable } from '@yike/shared/kernel/problem'
import { expect, it } from 'vitest'
import { say } from './index'

const refused = { type: '', title: '', status: 409, requestId: '' }

it('a field that is to be put right is told so in English, in words of its own where it has them', () => {
  const of = (code: string) => say({ ...refused, code, fields: { phone: '写上来电话的号码' } }).fields?.phone
  expect(of('booking.caller_unclear')).not.toBe(of('request.malformed'))
  expect([of('booking.caller_unclear'), of('request.malformed')].join()).not.toMatch(/\p{Script=Han}/u)
})

it('each field of terms, a season and a request that may be refused says in English what fits', () => {
  const named = {
    'booking.terms_unclear': [
      ...[
        'hours',
        'slotMinutes',
        'stepMinutes',
        'longestMinutes',
        'beforeMinutes',
        'afterMinutes',
        'noticeMinutes',
      ],
      ...[
        'priority',
        'quotas',
        'closures',
        'eligible',
        'prices',
        'staffing',
        'priceFen',
        'capacity',
        'purpose',
        'days',
      ],
    ],
    'booking.season_unclear': ['from', 'to', 'closesAt', 'drawAt', 'issue', 'slots', 'publicNumber'],
    'booking.wish_unclear': ['choices', 'wants'],
  }
  for (const [code, names] of Object.entries(named))
    for (const name of names) {
      const said = say({ ...refused, code, fields: { [name]: '对不上' }, facts: { most: 3 } }).fields?.[name]
      expect(said, `${code}.${name}`).not.toBe('Check this entry')
      expect(said).not.toMatch(/\p{Script=Han}/u)
    }
  const { fields } = say({
    ...refused,
    code: 'booking.wish_unclear',
    fields: { wants: '' },
    facts: { most: 3 },
  })
  expect(fields?.wants).toContain('3')
})

it('every refusal of the contract is said in English, with whatever can be done next', () => {
  const said = Object.entries(errorTable as ErrorTable).flatMap(([code, { next = [], staffNext = [] }]) => {
    const { title, next: acts = [] } = say({ ...refused, code, next: [...next, ...staffNext] })
    return [title, ...acts.map(({ label }) => label)].map(words => `${code}: ${words}`)
  })
  expect(said.filter(words => /\p{Script=Han}/u.test(words))).toEqual([])
})
