// Everything that must work before a single package is there, in syntax that Node 14 can parse.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { inLocal, root } from './paths.mjs'
import { startStep } from './progress.mjs'

const pnpm = 'pnpm@10.34.8'
// Fetching pnpm itself is one small step: where it fails twice, nobody should wait a minute to read so.
const npxOptions = ['-y', '--prefer-offline', '--fetch-retries=1']
const pnpmOptions = ['--frozen-lockfile', '--reporter=append-only', '--fetch-retries=3']
const manifests = ['', 'shared', 'functions', 'miniapp', 'infra'].map(folder => join(folder, 'package.json'))
const unreachable =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|META_FETCH_FAIL/

/** What the installed packages depend on; another Node or system needs other binaries. */
function wantedPackages() {
  const hash = createHash('sha256').update(`${process.version} ${process.platform} ${process.arch}`)
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests]) {
    hash.update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

/**
 * @param {(line: string) => void} onLine
 * @returns {Promise<{ code: number, output: string }>}
 */
function runInstall(onLine) {
  return new Promise(resolve => {
    const child = spawn('npx', [...npxOptions, pnpm, 'install', ...pnpmOptions], {
      cwd: root,
      // CI keeps pnpm from asking before it replaces a folder that another package manager made.
      env: { ...process.env, CI: 'true' },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    let output = ''
    /** @param {Buffer} chunk */
    const take = chunk => {
      output += chunk
      onLine(String(chunk).trim().split('\n').pop() || '')
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.on('error', error => resolve({ code: 1, output: String(error) }))
    child.on('close', code => resolve({ code: code === null ? 1 : code, output }))
  })
}

async function installPackages() {
  const record = inLocal('packages.hash')
  const wanted = wantedPackages()
  const present = existsSync(join(root, 'node_modules', '.modules.yaml')) && existsSync(record)
  if (present && readFileSync(record, 'utf8') === wanted) return

  const step = startStep('安装依赖 packages')
  const { code, output } = await runInstall(step.note)
  mkdirSync(inLocal(), { recursive: true })
  if (code === 0) {
    writeFileSync(record, wanted)
    step.done()
    return
  }
  step.failed()
  console.error(output.trim().split('\n').slice(-30).join('\n'))
  console.error(
    unreachable.test(output)
      ? '连不上 npm 软件源：请检查网络或代理（npm config get registry）后再试一次。(The npm registry cannot be reached; check the network or the proxy, then try again.)'
      : '依赖没有装好，原因见上文。(The packages could not be installed; the reason stands above.)',
  )
  process.exit(1)
}

/**
 * Installs what is missing, then goes on in this same process with a TypeScript file.
 * @param {string} entry path from the root of the repository
 * @param {string[]} args what the entry finds after its own name in process.argv
 */
export async function enter(entry, args) {
  await installPackages()
  const file = resolve(root, entry)
  // Our floor is Node 20, on which the AWS SDK announces at every start that its releases of 2027 will want 22.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true'
  process.argv = [process.execPath, file, ...args]
  const { register } = await import('tsx/esm/api')
  register()
  await import(pathToFileURL(file).href)
}
