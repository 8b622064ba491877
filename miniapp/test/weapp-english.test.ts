import { expect, it } from 'vitest'
import { startPhone } from './mini-run'

it('the built mini-program fetches English when it is chosen, remembers it, and goes back', async () => {
  const said: string[] = []
  const phone = await startPhone({
    server: null,
    wx: {
      setNavigationBarTitle: ({ title }) => void said.push(String(title)),
      setTabBarItem: ({ text }) => void said.push(String(text)),
    },
  })
  await phone.go('/english/pages/language')
  await phone.tap('English')
  await phone.until('the first tab', () => phone.route() === 'circle/tab/index')
  await phone.see('No connection')
  expect(phone.kept.get('yk-device:language')).toBe('en')
  expect(said).toEqual(expect.arrayContaining(['Yike Linli', 'Home', 'Me']))

  await phone.go('/english/pages/language')
  await phone.tap('中文')
  await phone.until('the first tab', () => phone.route() === 'circle/tab/index')
  expect(phone.kept.get('yk-device:language')).toBe('zh')
  expect(phone.text()).not.toContain('No connection')
})
