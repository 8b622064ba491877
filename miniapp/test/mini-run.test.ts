import { beforeAll, expect, test } from 'vitest'
import { readApp } from './mini-app'
import { startPhone } from './mini-run'

let phone: Awaited<ReturnType<typeof startPhone>>
const { routes, tabBar } = readApp()

beforeAll(async () => {
  phone = await startPhone({ server: null })
})

test.each(routes)('%s opens on a phone without network and says something', async route => {
  await phone.reLaunch(`/${route}`)
  expect(phone.route()).toBe(route)
  await phone.until('some words', () => phone.text())
})

test('the four tabs are pages of the main package', () => {
  const { pages } = readApp()
  expect(tabBar.list.map(({ pagePath }) => pagePath)).toEqual(pages)
})
