import fc from 'fast-check'
import { describe, it } from 'vitest'
import { accepted, asArrived, endpoints, type Input, type Listed, requestFor } from '../contract'
import type { Person } from '../world'
import { codeOf, each, openAttempts } from './attempts'

const { here, leavingNoTrace, sendRaw } = openAttempts()
const SEED = 20261123

describe('chance', () => {
  const RUNS = 100
  const call = (listed: Listed, input: Input, by: Person) => {
    const { method, path, body } = requestFor(listed.endpoint, input)
    return sendRaw({ method, path, by, ...(body && { body: JSON.stringify(body) }) })
  }

  it.each(each(endpoints))(
    '%s never fails on what its schema accepts, about things that are there',
    async (_, listed) => {
      const [border] = listed.names
        .map(name => here().borders[name]?.(listed))
        .filter(one => typeof one === 'object')
      const { by = here().anyone, ids = {} } = border?.inside ?? {}
      const real = Object.fromEntries(Object.entries(ids).filter(([name]) => listed.names.includes(name)))
      await fc.assert(
        fc.asyncProperty(accepted(listed.endpoint.input), fc.boolean(), async (input, isReal) => {
          const answer = await call(listed, isReal ? { ...input, ...real } : input, by)
          if (answer.status >= 400) codeOf(answer, JSON.stringify(input))
        }),
        { seed: SEED, numRuns: RUNS },
      )
    },
  )

  it.each(each(endpoints.filter(({ names }) => names.length > 0)))(
    '%s refuses what its schema refuses, and writes nothing',
    async (_, listed) => {
      const broken = fc
        .tuple(
          accepted(listed.endpoint.input),
          fc.constantFrom(...listed.names),
          fc.jsonValue({ maxDepth: 3 }),
        )
        .map(([input, name, value]) => ({ ...input, [name]: value }))
        .filter(input => !listed.endpoint.input.safeParse(asArrived(listed.endpoint, input)).success)
      await leavingNoTrace(() =>
        fc.assert(
          fc.asyncProperty(broken, async input => {
            codeOf(await call(listed, input, here().anyone), JSON.stringify(input))
          }),
          { seed: SEED, numRuns: RUNS },
        ),
      )
    },
  )
})
