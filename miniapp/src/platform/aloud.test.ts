import { expect, test } from 'vitest'
import { inVoices } from './aloud'
import { speak } from './language'

test('a page is read by a voice of its language; on an English page Chinese names by a Chinese voice', () => {
  expect(inVoices('桂花里书画室 · 14:00–15:30')).toEqual([
    { lang: 'zh-CN', text: '桂花里书画室, 14:00到15:30' },
  ])
  speak('en', {})
  expect(
    inVoices('Painting\n桂花里（东）书画室 · 3 seats').map(({ lang, text }) => [lang, text.trim()]),
  ).toEqual([
    ['en', 'Painting,'],
    ['zh-CN', '桂花里（东）书画室'],
    ['en', ', 3 seats'],
  ])
  speak('zh')
})
