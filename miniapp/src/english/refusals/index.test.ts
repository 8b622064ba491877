import { errorTable } from '@yike/shared/api'
import type { ErrorTable } from '@yike/shared/kernel/problem'
import { expect, it } from 'vitest'
import { say } from './index'

const refused = { type: '', title: '', status: 409, requestId: '' }

it('every refusal of the contract is said in English, with whatever can be done next', () => {
  const said = Object.entries(errorTable as ErrorTable).flatMap(([code, { next = [], staffNext = [] }]) => {
    const { title, next: acts = [] } = say({ ...refused, code, next: [...next, ...staffNext] })
    return [title, ...acts.map(({ label }) => label)].map(words => `${code}: ${words}`)
  })
  expect(said.filter(words => /\p{Script=Han}/u.test(words))).toEqual([])
})
