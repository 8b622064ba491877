/** What all commands share: the table that they work on, and how they end. */
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

/** Runs a command that answers its exit code. An engine that does not answer is said in one sentence. */
export const runCommand = async (run: () => Promise<number>): Promise<void> => {
  process.exitCode = await run().catch((failure: unknown) => {
    if (!(failure instanceof NoEngine)) throw failure
    console.error(failure.message)
    return 1
  })
}
