/**
 * `npm run redrive -- FILE`: lets the reactions see again what the stream’s function gave up on. FILE holds what
 * `aws sqs receive-message --max-number-of-messages 10` printed of the queue LostReactions. Every reaction is harmless
 * to repeat, also late: what had got through is done once all the same.
 */
import { readFileSync } from 'node:fs'
import { createReactions } from '../app'
import { readStreamEnv } from '../platform/env'
import { jsonLog } from '../platform/log'
import { deliver, ITEMS_AT_ONCE } from '../platform/outbox'
import { openTable } from '../platform/table'
import { ownCredentials } from '../platform/table/client'
import { readSpan, spansOf } from '../platform/table/lost'

const [file = ''] = process.argv.slice(2)
const spans = file ? spansOf(readFileSync(file, 'utf8')) : undefined
if (!spans) {
  console.error('用法：npm run redrive -- 文件；文件是 aws sqs receive-message 打印的内容。')
  process.exit(2)
}
const env = readStreamEnv()
const { region, endpoint } = env
const credentials = await ownCredentials(env)
const table = openTable({ name: env.table, region, endpoint, credentials })
const photos = { ...env.photos, credentials }
const reactions = createReactions({ ...env, photos }, { clock: Date.now })
for (const span of spans) {
  const moves = await readSpan(env, span)
  const failed = moves && (await deliver(table, reactions, moves, jsonLog, ITEMS_AT_ONCE))
  if (moves && !failed) {
    console.log(`补做 ${moves.length} 处变更，这条消息可以从队列里删掉了。`)
    continue
  }
  process.exitCode = 1
  console.error(
    failed ? `停在 ${failed}，原因见上。` : `${span.startSequenceNumber} 已超过 24 小时，流里没有了。`,
  )
}
