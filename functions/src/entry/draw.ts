/**
 * `npm run draw -- FILE`: draws a season once more from its published record (`GET /seasons/…/draw`, or saved from the
 * page), and says whether the commitment, the frozen list, the order and the result are what they are said to be. Reads
 * nothing but the file. Exit code 1: something is not; 2: no such record.
 */
import { readFile, stat } from 'node:fs/promises'
import { DRAW_RULE, type DrawCheck, draw, drawChecks, recheck } from '@yike/shared/booking/rules/draw'
import { DrawRecord } from '@yike/shared/booking/schema/season'

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

const run = async ([file = '', ...more]: readonly string[]): Promise<number> => {
  if (!file || more.length > 0) {
    console.error('用法：npm run draw -- 文件；文件是抽签页上存下的记录。')
    return 2
  }
  const record = await readRecord(file)
  if (!record || record.rule !== DRAW_RULE) {
    console.error(`${file} 不是一份抽签记录（${DRAW_RULE}）。`)
    return 2
  }
  const { listHash, seed, publicNumber, order, allotted } = record
  if (!listHash || !seed || !publicNumber || !order || !allotted) {
    console.error('这一季还没有抽签，没有可重算的。')
    return 2
  }
  const again = draw(record, seed, publicNumber)
  for (const [i, wishId] of again.order.entries()) {
    const got = again.allotted.find(one => one.wishId === wishId)
    console.log(`${i + 1} ${wishId} ${got ? got.slotIds.join(',') : '-'}`)
  }
  const found = recheck({ ...record, listHash, seed, publicNumber, order, allotted })
  for (const check of drawChecks) console.log(`${found[check] ? '对' : '错'} ${said[check]}`)
  return drawChecks.every(check => found[check]) ? 0 : 1
}

process.exitCode = await run(process.argv.slice(2))
