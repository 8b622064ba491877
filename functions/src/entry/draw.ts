/**
 * `npm run draw -- FILE…`: draws a season once more from its published record (saved from the page whole, or each part
 * that `GET /seasons/…/draw` gives in a file), and says whether the commitment, the frozen list, the order and the result
 * are what they are said to be. Reads nothing but the files. Exit code 1: something is not; 2: no such record, or not whole.
 */
import { readFile, stat } from 'node:fs/promises'
import { DRAW_RULE, type DrawCheck, draw, drawChecks } from '@yike/shared/booking/rules/draw'
import { recheckRecord, wholeRecord } from '@yike/shared/booking/rules/record'
import { DrawRecord } from '@yike/shared/booking/schema/season/draw'

const said: Record<DrawCheck, string> = {
  commitment: '种子的指纹就是报名前公布的那一个',
  list: '名单的指纹就是截止时封存的那一个',
  order: '先后由种子和公开号码算出',
  result: '每一份拿到的，就是轮到时剩下的最想要的',
}

const readRecord = async (file: string): Promise<DrawRecord | undefined> => {
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile()) return undefined
  try {
    return DrawRecord.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return undefined
  }
}

const run = async (files: readonly string[]): Promise<number> => {
  if (files.length === 0) {
    console.error('用法：npm run draw -- 文件…；文件是抽签页上存下的记录，或者它的各部分。')
    return 2
  }
  const parts: DrawRecord[] = []
  for (const file of files) {
    const part = await readRecord(file)
    if (!part || part.rule !== DRAW_RULE) {
      console.error(`${file} 不是一份抽签记录（${DRAW_RULE}）。`)
      return 2
    }
    parts.push(part)
  }
  const record = wholeRecord(parts)
  if (!record) {
    console.error(`记录不全：一共 ${parts[0]?.parts} 部分，要同一次抽签的、同一时候存下的，每部分一个文件。`)
    return 2
  }
  const { seed, publicNumber } = record
  const found = recheckRecord(record)
  if (!found || !seed || !publicNumber) {
    console.error('这一季还没有抽签，没有可重算的。')
    return 2
  }
  const again = draw(record, seed, publicNumber)
  const won = new Map(again.allotted.map(({ wishId, slotIds }) => [wishId, slotIds.join(',')]))
  for (const [i, wishId] of again.order.entries()) console.log(`${i + 1} ${wishId} ${won.get(wishId) ?? '-'}`)
  for (const check of drawChecks) console.log(`${found[check] ? '对' : '错'} ${said[check]}`)
  return drawChecks.every(check => found[check]) ? 0 : 1
}

process.exitCode = await run(process.argv.slice(2))
