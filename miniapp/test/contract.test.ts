import { transformSync } from '@babel/core'
import { expect, test } from 'vitest'

const onThePhone = (source: string) =>
  transformSync(source, { configFile: false, plugins: [require.resolve('../config/contract.cjs')] })?.code

test('of an endpoint the phone carries where to send what, and neither answers nor refusals; other things stay as they are', () => {
  const code =
    onThePhone(`slice({ 'a.b': { status: 409 } }, { ask: { method: 'GET', path: '/a', access: 'anyone', status: 200,
    summary: 'What it is', input: Ask, output: Asked, errors: ['a.b'] } })
    const other = { output: 1, errors: 2, summary: 3 }`)
  expect(code).toMatch(/method: 'GET'.*path: '\/a'.*access: 'anyone'.*status: 200.*input: Ask/s)
  expect(code).not.toMatch(/What it is|Asked|409|'a\.b'/)
  expect(code).toMatch(/output: 1.*errors: 2.*summary: 3/s)
})
