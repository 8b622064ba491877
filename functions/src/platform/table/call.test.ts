import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { addressIn } from './address'
import { openCalls } from './call'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html, step by step. */
const signatureOf = ({ headers }: IncomingMessage, body: string, secret: string): string => {
  const [, scope = '', names = ''] =
    /Credential=[^/]+\/([^,]+), SignedHeaders=([^,]+),/.exec(headers.authorization ?? '') ?? []
  const lines = names.split(';').map(name => `${name}:${headers[name]}\n`)
  const request = ['POST', '/', '', lines.join(''), names, sha256(body)].join('\n')
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(request)].join('\n')
  const key = scope.split('/').reduce<string | Buffer>(hmac, `AWS4${secret}`)
  return createHmac('sha256', key).update(toSign).digest('hex')
}

it('a call carries the signature that AWS reckons from it, over body, host, target and session', async () => {
  let arrived: { request: IncomingMessage; body: string } | undefined
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    arrived = { request, body: Buffer.concat(chunks).toString() }
    response.end('{"Item":{}}')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const credentials = { accessKeyId: 'AKID', secretAccessKey: 'a secret', sessionToken: 'a session' }
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const call = openCalls({ region: 'cn-north-1', endpoint, credentials })
  expect(await call('GetItem', { TableName: 'places', Key: { pk: { S: '桂花里' } } }, 1000)).toEqual({
    Item: {},
  })
  server.closeAllConnections()
  server.close()

  const { request, body } = arrived as NonNullable<typeof arrived>
  const { authorization, 'x-amz-security-token': session } = request.headers
  expect(authorization).toMatch(/Credential=AKID\/\d{8}\/cn-north-1\/dynamodb\/aws4_request, /)
  expect(authorization).toMatch(/SignedHeaders=.*host;.*x-amz-date;x-amz-security-token;x-amz-target, /)
  expect(session).toBe('a session')
  expect(authorization?.split('Signature=')[1]).toBe(signatureOf(request, body, credentials.secretAccessKey))
})

it('regions of China are asked in China', () => {
  expect(addressIn('cn-northwest-1')).toBe('https://dynamodb.cn-northwest-1.amazonaws.com.cn')
  expect(addressIn('ap-east-1')).toBe('https://dynamodb.ap-east-1.amazonaws.com')
})
