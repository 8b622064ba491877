import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { degrees, text, tidy, wholeNumber } from './zod'

describe('what a person typed', () => {
  it('loses what hides or reorders it and keeps the rest', () => {
    expect(tidy('\ufeff 修\u200b路\u202e灯\u0000\ud800 \n')).toBe('修路灯')
    expect(tidy('第一行\n第二行\t完')).toBe('第一行\n第二行\t完')
    expect(tidy('\u{20bb7}🏮')).toBe('𠮷🏮')
  })

  it('is one and the same however its accents were typed', () => {
    expect(tidy('e\u0301')).toBe(tidy('\u00e9'))
  })

  it('is tidy after tidying once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), typed => {
        expect(tidy(tidy(typed))).toBe(tidy(typed))
      }),
    )
  })

  it('is measured after tidying, in characters and not in UTF-16 units', () => {
    expect(text(2).safeParse('🏮🏮').success).toBe(true)
    expect(text(2).safeParse('🏮🏮🏮').success).toBe(false)
    expect(text(2, 2).safeParse(' 灯\u200b ').success).toBe(false)
  })
})

describe('numbers', () => {
  it('mean the same as JSON and as a query string', () => {
    expect(wholeNumber(1, 50).parse('20')).toBe(20)
    expect(wholeNumber(1, 50).parse(20)).toBe(20)
  })

  it.each([
    '',
    ' 1',
    '1.5',
    '1e1',
    '0x1',
    '１',
    1.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    true,
    null,
    [1],
    0,
    51,
  ])('%j is no whole number from 1 to 50', typed => {
    expect(wholeNumber(1, 50).safeParse(typed).success).toBe(false)
  })

  it('degrees are kept to the centimetre, and stay within their limit', () => {
    expect(degrees(90).parse('31.78123456789')).toBe(31.7812346)
    expect(Math.abs(degrees(90).parse(5e-324))).toBe(0)
    expect(degrees(90).safeParse(90.0000001).success).toBe(false)
  })
})
