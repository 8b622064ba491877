// The only thing that is not ours here is WeChat's storage.
import { beforeEach, expect, test, vi } from 'vitest'

const wx = vi.hoisted(() => ({ kept: new Map<string, unknown>() }))
vi.mock('@tarojs/taro', () => ({
  default: {
    getStorageSync: (key: string) => wx.kept.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => wx.kept.set(key, value),
    removeStorageSync: (key: string) => wx.kept.delete(key),
    getStorageInfoSync: () => ({ keys: [...wx.kept.keys()] }),
  },
}))

const start = async (contract = 'one') => {
  vi.stubGlobal('CONTRACT', contract)
  vi.resetModules()
  return (await import('./cache')).cache
}
beforeEach(() => wx.kept.clear())

test('an answer is shown first until something of its slice is changed from here, in the app that runs and in one that starts again', async () => {
  const cache = await start()
  cache.write('booking.coming', ['一次预约'])
  cache.write('circle.near', ['一处场所'])
  expect(cache.readCurrent('booking.coming')).toEqual(['一次预约'])
  cache.changed('booking')
  for (const app of [cache, await start()]) {
    expect(app.readCurrent('booking.coming')).toBeNull()
    expect(app.read('booking.coming')).toEqual(['一次预约'])
    expect(app.readCurrent('circle.near')).toEqual(['一处场所'])
  }
})

test('what was answered after a change is shown first in an app that starts again', async () => {
  const cache = await start()
  cache.changed('booking')
  await new Promise(resolve => setTimeout(resolve, 2))
  cache.write('booking.coming', [])
  expect((await start()).readCurrent('booking.coming')).toEqual([])
})

test('what an app of another contract was answered is not read, and goes when there is no room', async () => {
  const cache = await start()
  cache.write('booking.days', { days: 'of another form' })
  const newer = await start('two')
  expect(newer.read('booking.days')).toBeNull()
  expect(newer.readAll('booking')).toEqual([])
  for (let i = 0; i < 40; i++) newer.write(`circle.${i}`, i)
  expect([...wx.kept.keys()].filter(name => name.includes('booking.days'))).toEqual([])
})
