// Photos of a request in the published mini-program: chosen, made small, freed of their position, sent and seen.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Product, startProduct } from '../../infra/local/product'
import { kindWords, words } from '../src/microproject/words'
import { startPhone } from './mini-run'
import type { WxAnswers } from './mini-wx'

const PERSONA = 'osmanthus-volunteer'
const photo = readFileSync(new URL('../../functions/src/demo/photos/steps.jpg', import.meta.url))

/** The camera's album and WeChat's own folder: path → bytes. */
const files = new Map<string, Uint8Array>([
  ['wxfile://album/steps.jpg', photo],
  // Of a draft that was overwritten before this app was started.
  ['wxfile://usr/photo-former.jpg', photo],
])
const album: WxAnswers = {
  chooseMedia: () => ({ tempFiles: [{ tempFilePath: 'wxfile://album/steps.jpg', size: photo.length }] }),
  getImageInfo: () => ({ width: 1200, height: 900 }),
  compressImage: ({ src }) => ({ tempFilePath: src }),
  async uploadFile({ url, filePath, name, formData }) {
    const form = new FormData()
    for (const [field, value] of Object.entries(formData as object)) form.append(field, String(value))
    form.append(String(name), new Blob([new Uint8Array(files.get(String(filePath)) ?? [])]))
    const reply = await fetch(String(url), { method: 'POST', body: form })
    return { statusCode: reply.status, data: await reply.text() }
  },
}
const fileSystem = {
  readFileSync: (path: string) => new Uint8Array(files.get(path) ?? []).buffer,
  writeFileSync: (path: string, bytes: ArrayBuffer) => void files.set(path, new Uint8Array(bytes)),
  readdirSync: (folder: string) =>
    [...files.keys()].filter(path => path.startsWith(folder)).map(path => path.slice(folder.length + 1)),
  unlink: ({ filePath }: { filePath: string }) => void files.delete(filePath),
}

let product: Product
let phone: Awaited<ReturnType<typeof startPhone>>
beforeAll(async () => {
  product = await startProduct({ endpoint: inject('engine') })
  phone = await startPhone({
    server: product.api,
    loginCode: () => product.loginCode(PERSONA),
    wx: album,
    plain: { env: { USER_DATA_PATH: 'wxfile://usr' }, getFileSystemManager: () => fileSystem },
  })
})
afterAll(() => product?.stop())

/** What the server holds of the newest request, asked beside the phone. */
async function newest(): Promise<{ photos?: { state: string; url?: string }[] }> {
  const json = { 'content-type': 'application/json' }
  const body = JSON.stringify({ code: await product.loginCode(PERSONA) })
  const { token } = await (
    await fetch(`${product.api}/sessions`, { method: 'POST', headers: json, body })
  ).json()
  const asked = async (path: string) =>
    (await fetch(product.api + path, { headers: { authorization: `Bearer ${token}` } })).json()
  const [{ microprojectId }] = (await asked('/microprojects?of=me')).microprojects
  return asked(`/microprojects/${microprojectId}`)
}

test('a photo that was taken away is not sent; the one that stays arrives with the request, and leaves the phone; so has what an earlier draft left behind', async () => {
  await phone.go('/microproject/pages/file')
  await phone.type(words.title, '台阶边装扶手')
  await phone.type(words.where, '学前弄 12 号')
  await phone.type(words.what, '下雨天台阶滑，老人常走')
  await phone.tap(kindWords.works.word)
  await phone.tap(words.photosAdd)
  await phone.until('one photo', () => phone.all('[class*="photos__one"]').length === 1)
  await phone.tap(words.photosAdd)
  await phone.until('two photos', () => phone.all('[class*="photos__one"]').length === 2)
  await phone.tap(words.photoRemoveLabel(2))
  await phone.until('one photo again', () => phone.all('[class*="photos__one"]').length === 1)
  await phone.tap(words.send)
  await phone.until('the request', () => phone.route() === 'microproject/pages/detail')
  let taken: Awaited<ReturnType<typeof newest>>['photos'] = []
  for (let tries = 0; tries < 100 && !taken?.[0]?.url; tries++) {
    await new Promise(done => setTimeout(done, 100))
    taken = (await newest()).photos
  }
  expect(taken).toHaveLength(1)
  const seen = await fetch(taken?.[0]?.url ?? '')
  expect(seen.headers.get('content-type')).toBe('image/jpeg')
  expect([...files.keys()].filter(path => path.startsWith('wxfile://usr'))).toEqual([])
})
