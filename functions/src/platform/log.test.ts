import { expect, it } from 'vitest'
import { failureFields } from './log'

it('an unknown failure says its name and its frames, and no line of its message', () => {
  const failure = new TypeError('no home of 王阿姨\nat 3 幢 2 单元\n  or token eyJhbGciOi')
  const { failure: name, where } = failureFields(failure)
  expect(name).toBe('TypeError')
  expect(where).toMatch(/log\.test\.ts/)
  expect(where).not.toMatch(/王阿姨|3 幢|token/)
})
