import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { startPhone } from './mini-run'

test('probe', async () => {
  const server = createServer((_q, r) => {
    r.setHeader('content-type', 'application/json')
    r.end(JSON.stringify({ communities: [{ code: '1', name: '清华园社区', street: 's' }] }))
  })
  await new Promise<void>(d => server.listen(0, d))
  const port = (server.address() as { port: number }).port
  const phone = await startPhone({ server: `http://127.0.0.1:${port}` })
  await phone.see('清华园社区')
  await phone.go('/identity/pages/enter')
  await phone.see('还有 2 个位')
  await phone.type('事由', 'x')
  await phone.see('太短了')
  await phone.tap('取消预约')
  await phone.see('先不取消')
  await phone.tap('先不取消')
  await phone.tap('给妈妈')
  await phone.see('按需要找')
  await phone.back()
  await phone.go('/identity/pages/enter')
  await phone.see('还有 2 个位')
  expect(phone.text()).not.toContain('太短了')
  server.close()
})
