/** What all commands share: the table that they work on, and how they end. */
import { stat } from 'node:fs/promises'
import { isDeployed, readDevEnv, readTableEnv } from '../platform/env'
import { openTable, type Table } from '../platform/table'
import { ownCredentials } from '../platform/table/client'
import { createTable, NoEngine } from '../platform/table/create'

/**
 * The table of a deployment where the environment names one, by the credentials of whoever sits at this machine; it
 * says so, for what is written there is real. Otherwise the local product's, made where it is not there yet.
 */
export const tableAtHand = async (): Promise<Table> => {
  // Nobody waits at a phone: a table that is busy is given time.
  const patience = { callMs: 60_000, tryMs: 20_000 }
  if (isDeployed()) {
    const { table: name, region } = readTableEnv()
    console.log(`用的是 AWS ${region} 里的表 ${name}。`)
    return openTable({ name, region, credentials: await ownCredentials({ region }), patience })
  }
  const { table: name, endpoint } = readDevEnv()
  const where = { region: 'local', endpoint }
  await createTable(name, where)
  return openTable({ name, ...where, patience })
}

/** The size in bytes of a file that was named; where it is none, says so and answers nothing. */
export const sizeOfFile = async (file: string): Promise<number | undefined> => {
  const found = await stat(file).catch(() => undefined)
  if (found?.isFile()) return found.size
  console.error(found ? `${file} 是文件夹，请写里面的一个文件。` : `没有找到文件 ${file}，请检查路径。`)
  return undefined
}

/** Runs a command that answers its exit code. An engine that does not answer is said in one sentence. */
export const runCommand = async (run: () => Promise<number>): Promise<void> => {
  process.exitCode = await run().catch((failure: unknown) => {
    if (!(failure instanceof NoEngine)) throw failure
    console.error(failure.message)
    return 1
  })
}
