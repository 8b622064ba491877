import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { unpackBrowser, unpackFonts } from './browser-files'

/** A browser that is already on the machine, for platforms that the packed one does not run on. */
const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser']

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Glyphs fall where they fall on every machine, so that pictures can be compared.
  '--font-render-hinting=none',
]

/** A headless Chromium that needs no system package and shows Chinese. YIKE_BROWSER names another one. */
export async function launchBrowser(): Promise<Browser> {
  const chosen = process.env.YIKE_BROWSER
  if (!chosen && process.platform === 'linux' && process.arch === 'x64') {
    const { executablePath, libraries } = await unpackBrowser()
    const env = { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: await unpackFonts() }
    return chromium.launch({ executablePath, args: flags, env })
  }
  const executablePath = chosen ?? installed.find(existsSync)
  try {
    return await chromium.launch(
      executablePath ? { executablePath, args: flags } : { channel: 'chrome', args: flags },
    )
  } catch (error) {
    throw new Error(
      '这台机器没有可用的浏览器：请安装 Chrome，或用 YIKE_BROWSER 指明其路径。' +
        '(No browser here; install Chrome, or name one with YIKE_BROWSER.)',
      { cause: error },
    )
  }
}
