// Entering as anyone one likes belongs to the local product. What is published has neither that page nor its words,
// and in a browser it leads nowhere but to WeChat.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../../infra/local/browser'
import { built } from '../../infra/local/build'
import { own } from '../../infra/local/owned-process'
import { doorWords } from '../src/identity/words'

const miniapp = join(import.meta.dirname, '..')
const published = mkdtempSync(join(tmpdir(), 'yike-published-'))

beforeAll(async () => {
  const taro = await own({
    command: process.execPath,
    args: [join(miniapp, 'node_modules/@tarojs/cli/bin/taro'), 'build', '--type', 'h5'],
    cwd: miniapp,
    env: { NODE_ENV: 'production', YIKE_SANDBOX: undefined, YIKE_DIST: relative(miniapp, published) },
    output: 'keep',
  })
  if ((await taro.ended) !== 0) throw new Error(taro.printed())
}, 180_000)
afterAll(() => rmSync(published, { recursive: true, force: true }))

/** What the door consists of: its page, the address that lists the people, the word for them, what it says. */
const door = [
  /identity\/pages\/enter/,
  /\/sandbox\//,
  /[Pp]ersona(?!l)|PERSONA(?!L)/,
  RegExp(doorWords.enter),
]

/** WeChat's build writes Chinese as numbers. */
const readable = (code: string) =>
  code.replace(/\\u([0-9a-f]{4})/gi, (_, number) => String.fromCharCode(Number.parseInt(number, 16)))

/** Parts of the door in a build. */
const found = (build: string) => {
  const code = readdirSync(build, { recursive: true, encoding: 'utf8' })
    .filter(file => ['.js', '.json', '.html', '.wxml'].includes(extname(file)))
    .map(file => `${file}\n${readable(readFileSync(join(build, file), 'utf8'))}`)
  return door.filter(part => code.some(text => part.test(text)))
}

test('no file of the mini-program has a pattern that looks behind itself: an iPhone before iOS 16.4 would not read it', () => {
  const build = built('weapp')
  const scripts = readdirSync(build, { recursive: true, encoding: 'utf8' }).filter(
    file => extname(file) === '.js',
  )
  expect(scripts.length).toBeGreaterThan(10)
  expect(scripts.filter(file => /\(\?<[=!]/.test(readFileSync(join(build, file), 'utf8')))).toEqual([])
})

describe('the door of the sandbox', () => {
  test('is in the build that runs on this machine only', () => {
    expect(found(built('h5'))).toEqual(door)
  })

  test('is in no part of the published app for the browser', () => {
    expect(found(published)).toEqual([])
  })

  test('is in no part of the published mini-program', () => {
    expect(found(built('weapp'))).toEqual([])
  })
})

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

test('the published app leads to WeChat; at the address of the door there is none, and nobody asks a sandbox', async () => {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    const asked: string[] = []
    await page.route('**/*', route => {
      const { pathname } = new URL(route.request().url())
      asked.push(pathname)
      const file = join(published, pathname === '/' ? 'index.html' : pathname)
      const contentType = types[extname(file)]
      return contentType ? route.fulfill({ path: file, contentType }) : route.fulfill({ status: 401 })
    })
    const open = async (address: string) => {
      await page.goto(`http://app.test/#${address}`)
      await page.reload({ waitUntil: 'networkidle' })
    }
    for (const address of ['/circle/tab/index', '/booking/tab/index', '/workbench/pages/queue']) {
      await open(address)
      await page.getByText(/微信/).filter({ visible: true }).first().waitFor()
    }
    await open('/identity/pages/enter')
    expect(await page.getByRole('button', { name: /居民|志愿者|社区工作者|街道督导/ }).count()).toBe(0)
    expect(asked.filter(path => path.includes('sandbox'))).toEqual([])
  } finally {
    await browser.close()
  }
}, 60_000)
