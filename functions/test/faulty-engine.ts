/**
 * DynamoDB's own failures never show on a local engine. This stands before one and adds them:
 * conflicts of transactions, throttling, and replies that are lost after the write has been done.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Faults {
  /** Shares of requests, 0 to 1. */
  readonly conflict: number
  readonly throttle: number
  readonly lostReply: number
}

export interface FaultyEngine {
  readonly endpoint: string
  /** How many of each were injected. */
  readonly injected: Record<keyof Faults, number>
  readonly close: () => Promise<void>
}

export const startFaultyEngine = async (engine: string, faults: Faults): Promise<FaultyEngine> => {
  const injected = { conflict: 0, throttle: 0, lostReply: 0 }
  const due = { ...injected }
  /** Spread evenly, so that a share is met in every run. */
  const strikes = (fault: keyof Faults): boolean => {
    due[fault] += faults[fault]
    if (due[fault] < 1) return false
    due[fault] -= 1
    injected[fault] += 1
    return true
  }
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    const isWrite = String(request.headers['x-amz-target']).endsWith('TransactWriteItems')
    const fail = (type: string, more: object) => {
      response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' })
      response.end(
        JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: type, ...more }),
      )
    }

    if (isWrite && strikes('conflict')) {
      const { TransactItems } = JSON.parse(body.toString()) as { TransactItems: unknown[] }
      const CancellationReasons = TransactItems.map((_, i) => ({
        Code: i === 0 ? 'TransactionConflict' : 'None',
      }))
      return fail('TransactionCanceledException', { CancellationReasons })
    }
    if (strikes('throttle')) return fail('ProvisionedThroughputExceededException', {})
    const headers = new Headers()
    for (const [name, value] of Object.entries(request.headers))
      if (typeof value === 'string' && !/^(host|connection|content-length)$/.test(name))
        headers.set(name, value)
    const reply = await fetch(engine, { method: 'POST', headers, body })
    const bytes = Buffer.from(await reply.arrayBuffer())
    if (isWrite && strikes('lostReply')) return response.destroy()
    response.writeHead(reply.status, { 'content-type': reply.headers.get('content-type') ?? '' })
    response.end(bytes)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    injected,
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
