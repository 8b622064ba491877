/** Everything that a table holds, for tests that prove that nothing was written. No product code scans. */
import { paginateScan } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { Env } from '../src/platform/env'
import { connect } from '../src/platform/table/client'
import type { Memory } from './memory'

/** Each item under its key. */
export const everything = async ({
  env,
  memory,
}: {
  env: Pick<Env, 'table' | 'region' | 'endpoint'>
  memory?: Memory | undefined
}): Promise<Record<string, unknown>> => {
  if (memory) return memory.items()
  const client = connect(env)
  const items: Record<string, unknown> = {}
  for await (const page of paginateScan({ client }, { TableName: env.table, ConsistentRead: true }))
    for (const raw of page.Items ?? []) {
      const item = unmarshall(raw)
      items[`${item.pk} ${item.sk}`] = item
    }
  client.destroy()
  return items
}
