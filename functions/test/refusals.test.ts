/** What a refused person can do next, asked of every code that an endpoint may answer with, whatever its fields say. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { api, errorTable } from '@yike/shared/api'
import { nextOf, requestErrors } from '@yike/shared/kernel/problem'
import { describe, expect, it } from 'vitest'
import { endpoints, sampleOf } from './contract'

const refusals = endpoints.flatMap(listed =>
  [...listed.endpoint.errors, ...Object.keys(requestErrors)].map(code => ({
    ...{ id: listed.id, code: code as keyof typeof errorTable, listed },
  })),
)
const miniapp = join(import.meta.dirname, '../../miniapp/src')

describe.each(refusals)('$code of $id', ({ code, listed }) => {
  const next = nextOf(errorTable[code], listed.endpoint, sampleOf(listed))

  it('says what to do next', () => expect(next).not.toEqual([]))

  it('leads to pages that there are, and names the case', () => {
    for (const action of next) {
      if (action.do !== 'open') continue
      const [page = '', query = ''] = action.page.split('?')
      expect(existsSync(join(miniapp, `${page}.config.ts`)), page).toBe(true)
      expect(query).not.toMatch(/=(&|$)|:/)
      // A tab is switched to, and takes nothing along.
      if (page.includes('/tab/')) expect(query).toBe('')
    }
  })
})

it('no refusal of a slice is one that no endpoint gives', () => {
  const given = new Set(endpoints.flatMap(({ endpoint }) => endpoint.errors))
  const unused = Object.values(api).flatMap(({ errors }) =>
    Object.keys(errors).filter(code => !given.has(code)),
  )
  expect(unused).toEqual([])
})
