import type { RegionCode } from '@yike/shared/identity/schema'
import { addMinutes, instantOf } from '@yike/shared/kernel/time'
import { expect, it } from 'vitest'
import { openTokens, TOKEN_MINUTES } from './actor'
import { newId } from './ids'

const SECRET = 'a-secret-of-the-tests-32-letters'
const NOW = instantOf(Date.parse('2026-11-23T01:00:00Z'))
const subject = {
  residentId: newId('resident', 1),
  roles: ['resident' as const],
  scope: '320499001001' as RegionCode,
}

it('a token that was taken before is taken until its last second, and not in the next', async () => {
  const tokens = openTokens(SECRET)
  const { token, expiresAt } = await tokens.sign(subject, NOW)
  expect(expiresAt).toBe(addMinutes(NOW, TOKEN_MINUTES))
  const atLast = instantOf(Date.parse(expiresAt) - 1)
  for (const now of [NOW, NOW, atLast, expiresAt, atLast])
    expect((await tokens.verify(token, now))?.residentId).toBe(
      now < expiresAt ? subject.residentId : undefined,
    )
})

it('a token that was refused is refused again, whatever was taken between', async () => {
  const tokens = openTokens(SECRET)
  const { token } = await tokens.sign(subject, NOW)
  const [header, payload] = token.split('.')
  const forged = `${header}.${payload}.${'A'.repeat(43)}`
  for (const [one, taken] of [
    [forged, false],
    [token, true],
    [forged, false],
    [token, true],
  ] as const)
    expect(!!(await tokens.verify(one, NOW))).toBe(taken)
})
