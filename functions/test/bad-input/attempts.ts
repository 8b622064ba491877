/** A world to send bad input to, and what must hold whatever was sent: no failure inside, and nothing written. */
import { randomUUID } from 'node:crypto'
import { roles } from '@yike/shared/kernel/contract'
import { Problem } from '@yike/shared/kernel/problem'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { type BorderOf, createBorders } from '../borders'
import type { Listed } from '../contract'
import { everything } from '../everything'
import { type Answer, createWorld, type Person, type World } from '../world'

interface Raw {
  readonly method: string
  readonly path: string
  readonly body?: BodyInit
  readonly headers?: Readonly<Record<string, string>>
  readonly by?: Person
}

interface Reply {
  readonly status: number
  readonly type: string | null
  readonly text: string
}

interface Here {
  readonly w: World
  readonly borders: Readonly<Record<string, BorderOf>>
  /** Somebody of every role: whoever may send the most. */
  readonly anyone: Person
}

/** For the whole file; `here` is there once the tests run. */
export const openAttempts = () => {
  let made: Here | undefined
  const here = (): Here => {
    if (!made) throw new Error('here() before the tests run')
    return made
  }
  beforeAll(async () => {
    const w = await createWorld()
    const borders = await createBorders(w)
    made = { w, borders, anyone: await w.person({ roles: [...roles] }) }
  })
  afterAll(() => made?.w.close())
  beforeEach(() => {
    here().w.lines.length = 0
  })
  afterEach(() => {
    expect(here().w.lines.filter(line => line.includes('"failed"'))).toEqual([])
  })

  return {
    here,
    /** Sends exactly this, with a good token, a good key and a content type unless told otherwise. */
    sendRaw: async ({ method, path, body, headers, by = here().anyone }: Raw): Promise<Reply> => {
      const response = await here().w.app.request(path, {
        method,
        headers: {
          authorization: `Bearer ${by.token}`,
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
          ...headers,
        },
        ...(body !== undefined && { body }),
      })
      return {
        status: response.status,
        type: response.headers.get('content-type'),
        text: await response.text(),
      }
    },
    /** Nothing that `act` sends may be written. */
    leavingNoTrace: async (act: () => Promise<void>): Promise<void> => {
      const before = await everything(here().w)
      await act()
      expect(await everything(here().w)).toEqual(before)
    },
  }
}

/** It was refused as agreed: the code. */
export const codeOf = ({ status, type, text }: Reply, what: string): string => {
  expect(status, what).toBeGreaterThanOrEqual(400)
  expect(status, what).toBeLessThan(500)
  expect(type, what).toBe('application/problem+json')
  const problem = Problem.parse(JSON.parse(text))
  expect(problem.status).toBe(status)
  return problem.code
}

/** The same of an answer that was read. */
export const expectRefused = ({ status, type, body }: Answer, what: string): string =>
  codeOf({ status, type, text: JSON.stringify(body) }, what)

export const each = (some: readonly Listed[]) => some.map(listed => [listed.id, listed] as const)
