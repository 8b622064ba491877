/**
 * DynamoDB's own failures never show on a local engine. This stands before one and adds them: conflicts of
 * transactions, throttling, replies that are lost after the write has been done or never come, old places in a stream.
 */
import { Agent, createServer, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Faults, openFaults } from './faults'

export interface FaultyEngine {
  readonly endpoint: string
  /** How many of each were injected. */
  readonly injected: Record<keyof Faults, number>
  /** How often each operation of DynamoDB was asked for. */
  readonly asked: Readonly<Record<string, number>>
  readonly close: () => Promise<void>
}

export const startFaultyEngine = async (engine: string, wanted: Partial<Faults>): Promise<FaultyEngine> => {
  const { injected, strikes } = openFaults(wanted)
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const asked: Record<string, number> = {}
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    const target = String(request.headers['x-amz-target'])
    const operation = target.split('.').at(-1) ?? ''
    asked[operation] = (asked[operation] ?? 0) + 1
    const isWrite = target.endsWith('TransactWriteItems')
    const fail = (type: string, more: object) => {
      response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' })
      response.end(
        JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: type, ...more }),
      )
    }

    const cancel = (reasonOf: (index: number, count: number) => string) => {
      const { TransactItems } = JSON.parse(body.toString()) as { TransactItems: unknown[] }
      const CancellationReasons = TransactItems.map((_, i) => ({ Code: reasonOf(i, TransactItems.length) }))
      return fail('TransactionCanceledException', { CancellationReasons })
    }

    if (isWrite && strikes('conflict')) return cancel(i => (i === 0 ? 'TransactionConflict' : 'None'))
    if (isWrite && strikes('conflictBesideCondition'))
      return cancel((i, count) => (i === count - 1 ? 'TransactionConflict' : 'ConditionalCheckFailed'))
    if (strikes('throttle')) return fail('ProvisionedThroughputExceededException', {})
    if (target.endsWith('GetRecords') && strikes('expiredIterator'))
      return fail('ExpiredIteratorException', {})
    if (strikes('silence')) return
    const { host: _, connection: __, ...headers } = request.headers
    const passed = send(engine, { agent, method: 'POST', headers }, async reply => {
      const answer: Buffer[] = []
      for await (const chunk of reply) answer.push(chunk as Buffer)
      if (isWrite && strikes('lostReply')) return response.destroy()
      response.writeHead(reply.statusCode ?? 500, { 'content-type': reply.headers['content-type'] ?? '' })
      response.end(Buffer.concat(answer))
    })
    passed.on('error', () => response.destroy())
    passed.end(body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    injected,
    asked,
    close: () =>
      new Promise(resolve => {
        agent.destroy()
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
