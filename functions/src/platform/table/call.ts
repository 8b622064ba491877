/**
 * One call of DynamoDB: JSON over HTTP, signed. The SDK does the same through some thirty layers; they cost a request
 * twice the CPU of everything else in it, and were three quarters of the code that a cold function parses.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html
 */
import { type OutgoingHttpHeaders, Agent as PlainAgent, request as plainRequest } from 'node:http'
import { Agent as TlsAgent, request as tlsRequest } from 'node:https'
import aws4 from 'aws4'
import { addressIn, addressOf, type Where } from './address'

export type Operation = 'GetItem' | 'BatchGetItem' | 'Query' | 'TransactWriteItems'

/** Throws `CallFailure` for what DynamoDB refuses, and Node's own errors where nobody answered within so many ms. */
export type Call = <Reply>(operation: Operation, ask: object, withinMs: number) => Promise<Reply>

/** As DynamoDB says it: `name` is its exception's. */
export class CallFailure extends Error {
  constructor(
    override readonly name: string,
    message: string,
    /** Of HTTP. */
    readonly status: number,
    /** Of a cancelled transaction: for each change in order, `None` where nothing was wrong with it. */
    readonly reasons: readonly string[] = [],
  ) {
    super(message)
  }
}

/** As many at once as the SDK allows itself. */
const CONNECTIONS = 50

export const openCalls = (where: Where): Call => {
  const { region, endpoint = addressIn(where.region) } = where
  const { protocol, hostname, port, host } = new URL(endpoint)
  const isTls = protocol === 'https:'
  const send = isTls ? tlsRequest : plainRequest
  const agent = new (isTls ? TlsAgent : PlainAgent)({ keepAlive: true, maxSockets: CONNECTIONS })
  // None of our own: a function finds those of its role in its environment, where aws4 looks.
  const { credentials } = addressOf(where)

  return (operation, ask, withinMs) =>
    new Promise((resolve, reject) => {
      const body = JSON.stringify(ask)
      const headers = {
        Host: host,
        'Content-Type': 'application/x-amz-json-1.0',
        'X-Amz-Target': `DynamoDB_20120810.${operation}`,
      }
      const signed = aws4.sign(
        { service: 'dynamodb', region, method: 'POST', path: '/', headers, body },
        credentials,
      )
      const sent = send({ agent, hostname, port, method: 'POST', path: '/', headers: asList(signed.headers) })
      // From here on, so that it covers waiting for a connection and making it.
      const late = setTimeout(() => sent.destroy(new NoReply('no reply in time')), withinMs)
      const fail = (failure: Error) => {
        clearTimeout(late)
        reject(failure)
      }
      sent.on('error', fail)
      sent.on('response', reply => {
        const chunks: Buffer[] = []
        reply.on('error', fail)
        reply.on('data', (chunk: Buffer) => chunks.push(chunk))
        reply.on('end', () => {
          clearTimeout(late)
          const text = (chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)).toString()
          try {
            if (reply.statusCode === 200) resolve(JSON.parse(text))
            else reject(failureOf(reply.statusCode ?? 0, text))
          } catch (failure) {
            reject(failure)
          }
        })
      })
      sent.end(body)
    })
}

/** Node takes a list as it is, and looks at each name and value of an object. */
const asList = (headers: OutgoingHttpHeaders = {}): string[] =>
  Object.entries(headers).flatMap(([name, value]) => [name, String(value)])

class NoReply extends Error {
  override readonly name = 'TimeoutError'
}

interface Said {
  /** `com.amazonaws.dynamodb.v20120810#TransactionCanceledException` */
  readonly __type?: string
  readonly message?: string
  readonly Message?: string
  readonly CancellationReasons?: readonly { readonly Code?: string }[]
}

const failureOf = (status: number, text: string): CallFailure => {
  const said = saidIn(text)
  return new CallFailure(
    said.__type?.split('#').at(-1) ?? `HTTP ${status}`,
    said.message ?? said.Message ?? '',
    status,
    said.CancellationReasons?.map(({ Code = 'None' }) => Code),
  )
}

/** What stands between may answer in something other than JSON. */
const saidIn = (text: string): Said => {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}
