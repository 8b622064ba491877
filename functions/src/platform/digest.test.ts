import { sha256Hex, ticketOf } from '@yike/shared/booking/rules/draw'
import { expect, it } from 'vitest'
import { bytesToHex, hmac, sha256 } from './digest'

const bytes = (ascii: string) => new TextEncoder().encode(ascii)

it.each(['', 'seed', 'a'.repeat(200)])('what a Lambda digests is what a phone does: %s', text => {
  expect(bytesToHex(sha256(bytes(text)))).toBe(sha256Hex(text))
  expect(bytesToHex(hmac(sha256, bytes(text), bytes('12 34|wi_1')))).toBe(ticketOf(text, '12 34', 'wi_1'))
})
