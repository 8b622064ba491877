// The only things that are not ours here are WeChat's: its storage and its folder of files.
import { expect, test, vi } from 'vitest'

const wx = vi.hoisted(() => {
  process.env.TARO_ENV = 'weapp'
  return { kept: new Map<string, unknown>(), files: new Set<string>(), isBroken: false }
})

vi.mock('@tarojs/taro', () => ({
  default: {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getStorageSync: (key: string) => wx.kept.get(key) ?? '',
    getStorageInfoSync: () => {
      if (wx.isBroken) throw new Error('storage is broken')
      return { keys: [...wx.kept.keys()] }
    },
    getFileSystemManager: () => ({
      readdirSync: () => [...wx.files].map(path => path.slice('wxfile://usr/'.length)),
      unlink: ({ filePath }: { filePath: string }) => wx.files.delete(filePath),
    }),
  },
}))

const { files } = await import('./storage')

test('of our own pictures only those stay that a draft or something on its way names; what is not ours stays anyway', () => {
  const [drafted, waiting, stray, other] = [
    'photo-a.jpg',
    'photo-b.jpg',
    'photo-c.jpg',
    'miniprogramLog',
  ].map(name => `wxfile://usr/${name}`)
  wx.files = new Set([drafted, waiting, stray, other] as string[])
  wx.kept.set('yk:draft:rs_1:new', { photos: [{ picture: { path: drafted } }] })
  wx.kept.set('yk:unsent', [{ draft: { files: [waiting], value: null } }])
  // Answers are no reason to keep a file.
  wx.kept.set('yk:answer', { of: stray })
  files.sweep()
  expect([...wx.files]).toEqual([drafted, waiting, other])
})

test('where storage cannot be read, every picture stays and nothing is thrown', () => {
  wx.files = new Set(['wxfile://usr/photo-a.jpg'])
  wx.isBroken = true
  files.sweep()
  expect(wx.files.size).toBe(1)
})
