/** People at their browsers, each with a browser of their own, who find things as a screen reader names them. */
import type { BrowserContextOptions, Page } from 'playwright-core'
import { launchBrowser } from './browser'

type Role = 'button' | 'link' | 'tab' | 'radio' | 'menuitemradio' | 'checkbox' | 'switch'
export type Screen = Pick<
  BrowserContextOptions,
  'viewport' | 'deviceScaleFactor' | 'colorScheme' | 'geolocation' | 'permissions' | 'hasTouch'
>

export const phone: Screen = { viewport: { width: 390, height: 844 } }
export const desk: Screen = { viewport: { width: 1280, height: 800 } }

const PATIENCE_MS = 15_000
/** A little later and further off than what the app takes for the second tap of a shaky finger (`platform/finger.ts`). */
const STEADY_MS = 650
const APART_PX = 60

export type Visitor = ReturnType<typeof visitorOn>
export type Street = Awaited<ReturnType<typeof openStreet>>

/**
 * How long nothing may be under way before a page counts as at rest: answers are drawn together, a quarter of a second
 * after they came at the latest (`miniapp/src/platform/together.ts`).
 */
const QUIET_MS = 300
/** Of what a page says, in the message of a failure. */
const MOST_TEXT = 3_000

/** Counts what a page has asked for and not been answered yet. */
function traffic(page: Page): () => Promise<void> {
  const underWay = new Set<object>()
  let changedAt = 0
  page.on('request', request => {
    underWay.add(request)
    changedAt = Date.now()
  })
  const end = (request: object) => {
    underWay.delete(request)
    changedAt = Date.now()
  }
  page.on('requestfinished', end)
  page.on('requestfailed', end)
  page.on('framenavigated', () => underWay.clear())
  return async () => {
    for (const start = Date.now(); Date.now() - start < PATIENCE_MS; ) {
      if (underWay.size === 0 && Date.now() - changedAt > QUIET_MS) return
      await new Promise(resolve => setTimeout(resolve, 20))
    }
  }
}

function visitorOn(page: Page, app: string) {
  // Taro keeps the pages below: the last that can be seen is the page on top.
  const find = (role: Role, name: string | RegExp) =>
    page.getByRole(role, { name }).filter({ visible: true }).last()
  let pressed = { at: 0, x: 0, y: 0 }
  const words = (said: string | RegExp) => page.getByText(said).filter({ visible: true }).last()
  return {
    page,
    /** Waits until everything that the page asked for is answered, and nothing more was asked. */
    rest: traffic(page),
    /** Presses with a steady hand: what comes under the finger is not pressed with it. */
    async press(name: string | RegExp, role: Role = 'button'): Promise<void> {
      const control = find(role, name)
      await control.click({ trial: true })
      const box = await control.boundingBox()
      const [x, y] = box ? [box.x + box.width / 2, box.y + box.height / 2] : [0, 0]
      const since = Date.now() - pressed.at
      if (since < STEADY_MS && Math.hypot(x - pressed.x, y - pressed.y) < APART_PX)
        await new Promise(resolve => setTimeout(resolve, STEADY_MS - since))
      await control.click()
      pressed = { at: Date.now(), x, y }
    },
    /**
     * Writes, and looks whether it stands there: what has just come onto the page may take the focus a moment later, and
     * the words with it.
     */
    async write(label: string, text: string): Promise<void> {
      const field = page.getByRole('textbox', { name: label }).filter({ visible: true }).last()
      for (const start = Date.now(); Date.now() - start < PATIENCE_MS; ) {
        await field.fill(text)
        if ((await field.inputValue()) === text) return
      }
      throw new Error(`${label} never held ${text}`)
    },
    see: (said: string | RegExp) =>
      words(said)
        .waitFor()
        .catch(async () => {
          throw new Error(
            `never said ${said}, but: ${(await page.locator('body').ariaSnapshot()).slice(0, MOST_TEXT)}`,
          )
        }),
    /** Whether it is there once the page has come to rest. */
    async sees(said: string | RegExp): Promise<boolean> {
      await page.waitForLoadState('networkidle')
      return (await words(said).count()) > 0
    },
    /** Opens a page by its address, anew: between two addresses of one page the browser would not load. */
    async open(address: string): Promise<void> {
      await page.goto('about:blank')
      await page.goto(`${app}/#${address}`)
    },
    /** Opens a page anew until it says so: what staff decide reaches the resident by the stream, a moment later. */
    async openUntil(address: string, said: string | RegExp): Promise<void> {
      for (const start = Date.now(); ; ) {
        await this.open(address)
        if (await this.sees(said)) return
        if (Date.now() - start > PATIENCE_MS) throw new Error(`${address} never said ${said}`)
      }
    },
  }
}

/** Tells every error of a page: thrown, logged, or answered by the server. */
function watch(page: Page, tell: (trouble: string | Promise<string>) => void): void {
  page.on('pageerror', error => tell(error.message))
  page.on('console', message => {
    // A refused request is told below, with its code.
    const refused = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !refused) tell(message.text())
  })
  page.on('requestfailed', request => {
    const why = request.failure()?.errorText
    // Leaving a page takes back what it has asked; without network are only those who were put there by a test.
    if (why !== 'net::ERR_ABORTED' && why !== 'net::ERR_INTERNET_DISCONNECTED')
      tell(`${why} ${request.url()}`)
  })
  page.on('response', response => {
    if (response.status() < 400) return
    const code = response.json().then(
      problem => problem.code,
      () => response.url(),
    )
    tell(code.then(said => `${response.status()} ${said}`))
  })
}

/** The app at this address, and whoever enters it. `moment`: what their clocks say, instead of now. */
export async function openStreet(app: string, moment?: string) {
  const browser = await launchBrowser()
  const known = new Map<string, Visitor>()
  const troubles: (string | Promise<string>)[] = []
  return {
    /** What went wrong on anybody's page since the last time: errors, and refusals as `409 booking.slot_full`. */
    troubles: () => Promise.all(troubles.splice(0)),
    /** Enters by the sandbox's door as the persona with this name; who has entered before at such a screen comes home. */
    async enter(name: string, screen: Screen = phone): Promise<Visitor> {
      const who = `${name} ${JSON.stringify(screen)}`
      const before = known.get(who)
      if (before) {
        await before.open('/circle/tab/index')
        return before
      }
      const context = await browser.newContext({ ...screen, locale: 'zh-CN', reducedMotion: 'reduce' })
      if (moment) await context.clock.setFixedTime(moment)
      const page = await context.newPage()
      page.setDefaultTimeout(PATIENCE_MS)
      const visitor = visitorOn(page, app)
      await page.goto(app)
      await page.getByRole('button', { name }).waitFor()
      watch(page, trouble => troubles.push(trouble))
      await visitor.press(RegExp(name))
      await page.waitForFunction(() => !location.hash.includes('/pages/enter'))
      await page.locator('.yk-screen').filter({ visible: true }).last().waitFor()
      known.set(who, visitor)
      return visitor
    },
    /** A page of nobody, for what is no part of the app. */
    blankPage: (viewport: { width: number; height: number }) => browser.newPage({ viewport }),
    close: () => browser.close(),
  }
}
