import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { degrees, line, text, tidy, wholeNumber } from './zod'

describe('what a person typed', () => {
  it('loses what hides or reorders it and keeps the rest', () => {
    expect(tidy('\ufeff 修\u200b路\u202e灯\u0000\ud800 \n')).toBe('修路灯')
    expect(tidy('第一行\n第二行\t完')).toBe('第一行\n第二行\t完')
    expect(tidy('\u{20bb7}🏮')).toBe('𠮷🏮')
  })

  it('is one line where it is a name or a title', () => {
    expect(line(10).parse(' 修\n路  灯\t')).toBe('修 路 灯')
    expect(line(3).safeParse('一\n二三').success).toBe(false)
  })

  it('is one and the same however its accents were typed', () => {
    expect(tidy('e\u0301')).toBe(tidy('\u00e9'))
  })

  it.each(['👨‍👩‍👧‍👦', '👩🏽‍⚕️', '🏳️‍🌈', '❤️‍🔥', '🧑🏽‍🤝‍🧑🏻', '1️⃣', '☎️', '🇨🇳', '葛\u{e0100}'])(
    '%s stays in one piece',
    one => {
      expect(tidy(`谢谢${one}！`)).toBe(`谢谢${one}！`)
    },
  )

  it.each([
    ['a joiner between letters', '管\u200d理员', '管理员'],
    ['a joiner with nothing behind it', '👩\u200d', '👩'],
    ['joiners in a row', '👩\u200d\u200d👧', '👩👧'],
    ['what hides behind a joiner', '👩\u200d\u202e👧', '👩👧'],
    ['a crowd of variation selectors', `王${'\ufe0f'.repeat(60)}`, '王\ufe0f'],
    ['a variation selector on nothing', '\ufe0f \ufe0f', ''],
    ['a message in tag characters', '好\u{e0068}\u{e0069}\u{e007f}', '好'],
    ['letters that show nothing', '\u034f\u17b4\u180e\u3164', ''],
    ['marks piled up over the lines above', `王${'\u0308'.repeat(40)}`, `王${'\u0308'.repeat(8)}`],
  ])('%s is taken away', (_, typed, left) => {
    expect(tidy(typed)).toBe(left)
  })

  const tricks = fc.string({
    unit: fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      fc.constantFrom(
        ...'👩👧🏽❤⚕王e1 \n',
        '\u200d',
        '\ufe0f',
        '\u0301',
        '\u202e',
        '\u2066',
        '\u200b',
        '\u{e0062}',
      ),
    ),
  })

  it('is tidy after tidying once', () => {
    fc.assert(
      fc.property(tricks, typed => {
        expect(tidy(tidy(typed))).toBe(tidy(typed))
      }),
      { numRuns: 2000 },
    )
  })

  it('never reorders what is read, and joins nothing but pictures', () => {
    fc.assert(
      fc.property(tricks, typed => {
        const tidied = tidy(typed)
        expect(tidied).not.toMatch(/[\u061c\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/)
        expect(tidied).not.toMatch(/(?<!\p{ExtPict}|\p{EMod}|\ufe0f)\u200d|\u200d(?!\p{ExtPict})/u)
      }),
      { numRuns: 2000 },
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
