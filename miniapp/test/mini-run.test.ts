import { beforeAll, expect, test } from 'vitest'
import { gone } from './mini-addresses'
import { readApp } from './mini-app'
import { startPhone } from './mini-run'

let phone: Awaited<ReturnType<typeof startPhone>>
const { routes, tabBar } = readApp()

beforeAll(async () => {
  phone = await startPhone({ server: null })
})

test.each(routes)(
  '%s, the first that a phone without network opens, says so and waits for nothing that does not come',
  async route => {
    for (const query of ['', ...gone]) {
      await phone.reLaunch(`/${route}?${query}`)
      expect(phone.route()).toBe(route)
      await phone.until('words, and nothing that is to come', () => phone.text() && !phone.waits(), 2_000)
    }
  },
)

test('the four tabs are pages of the main package', () => {
  const { pages } = readApp()
  expect(tabBar.list.map(({ pagePath }) => pagePath)).toEqual(pages)
})
