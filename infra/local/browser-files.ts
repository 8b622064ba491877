// Chromium and a Chinese font come out of npm packages in compressed form; unpacked once, they stay in .local/.
import { execFile } from 'node:child_process'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import decompressWoff2 from 'woff2-encoder/decompress'
import { inLocal } from './paths.mjs'

const require = createRequire(import.meta.url)
const unpacked = inLocal('browser')

/** Makes a folder whole or not at all: several test processes may want it at the same moment. */
async function once(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(unpacked, name)
  if (existsSync(folder)) return folder
  await mkdir(unpacked, { recursive: true })
  const draft = mkdtempSync(`${folder}-`)
  try {
    await fill(draft)
    renameSync(draft, folder)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
  return folder
}

/** The folder of a package, from one of its files: not every package shows its package.json. */
function packageOf(file: string, name: string): string {
  const end = join('node_modules', name)
  return file.slice(0, file.lastIndexOf(end) + end.length)
}

const inflate = async (file: string) => promisify(brotliDecompress)(readFileSync(file))

export async function unpackBrowser(): Promise<{ executablePath: string; libraries: string }> {
  const packed = packageOf(require.resolve('@sparticuz/chromium'), '@sparticuz/chromium')
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8'))
  const folder = await once(`chromium-${version}`, async draft => {
    writeFileSync(join(draft, 'chromium'), await inflate(join(packed, 'bin/chromium.br')), { mode: 0o755 })
    // NSS and expat, which a bare system lacks.
    const archive = join(draft, 'libraries.tar')
    writeFileSync(archive, await inflate(join(packed, 'bin/al2023.tar.br')))
    await promisify(execFile)('tar', ['-xf', archive, '-C', draft])
    rmSync(archive)
  })
  return { executablePath: join(folder, 'chromium'), libraries: join(folder, 'lib') }
}

/** Answers with a fontconfig file that knows Noto Sans SC and no other font, so that pictures are the same everywhere. */
export async function unpackFonts(): Promise<string> {
  const packed = dirname(require.resolve('@fontsource-variable/noto-sans-sc/package.json'))
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8'))
  const folder = await once(`noto-sans-sc-${version}`, async draft => {
    const files = readdirSync(join(packed, 'files')).filter(name => name.endsWith('.woff2'))
    for (const name of files) {
      const font = await decompressWoff2(readFileSync(join(packed, 'files', name)))
      writeFileSync(join(draft, name.replace('.woff2', '.ttf')), font)
    }
  })
  const config = `${folder}/fonts.conf`
  if (!existsSync(config)) writeFileSync(config, fontconfig(folder))
  return config
}

const fontconfig = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <cachedir>${join(folder, 'cache')}</cachedir>
</fontconfig>
`
