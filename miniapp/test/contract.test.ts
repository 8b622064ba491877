import { transformSync } from '@babel/core'
import { expect, test } from 'vitest'

const onThePhone = (source: string) =>
  transformSync(source, { configFile: false, plugins: [require.resolve('../config/contract.cjs')] })?.code

test('of an endpoint the phone carries where to send what and whether anyone may, and neither roles nor answers nor refusals nor the form of what only staff ask; other things stay as they are', () => {
  const rest = `status: 200, summary: 'What it is', input: Ask, output: Asked, errors: ['a.b']`
  const code = onThePhone(`slice({ 'a.b': { status: 409 } }, {
    ask: { method: 'GET', path: '/a', access: 'anyone', ${rest} },
    tell: { method: 'POST', path: '/b', access: ['resident'], ${rest} },
    close: { method: 'POST', path: '/c', access: staff, ${rest} },
    open: { method: 'POST', path: '/d', access: ['supervisor'], ${rest} } })
    const other = { output: 1, errors: 2, summary: 3, access: [4], status: 5 }`)
  expect(code).toMatch(/method: 'GET'.*path: '\/a'.*access: 'anyone'.*input: Ask/s)
  expect(code).toMatch(/method: 'POST'.*path: '\/b'.*input: Ask/s)
  expect(code?.match(/input: Ask/g)).toHaveLength(2)
  expect(code).toMatch(/path: '\/c'.*path: '\/d'/s)
  expect(code).not.toMatch(/What it is|Asked|200|409|'a\.b'|resident|supervisor|staff/)
  expect(code).toMatch(/output: 1.*errors: 2.*summary: 3.*access: \[4\].*status: 5/s)
})
