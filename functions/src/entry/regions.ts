/**
 * `npm run regions -- FILE.csv`: opens the service for the communities of a table, with the streets, districts and city
 * above them. The same table again changes nothing; a changed name, centre or telephone is taken over. A table with a
 * bad row is refused whole.
 */
import { createReadStream } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { importErrors, Unreadable } from '../circle/import/types'
import { loadRegions } from '../identity/handlers'
import { regionItem } from '../identity/store'
import { runCommand, sizeOfFile, tableAtHand } from './command'
import { readRegions } from './import/regions'

const usage =
  '用法：npm run regions -- 表格.csv，列有：代码、名称；社区还要经度、纬度、电话，网格还要经度、纬度。'

const run = async (): Promise<number> => {
  const [file = '', ...more] = process.argv.slice(2)
  if (!file || more.length > 0) {
    console.error(usage)
    return 2
  }
  if ((await sizeOfFile(file)) === undefined) return 2
  const table = await tableAtHand()
  const known = new Map((await loadRegions(table)).map(region => [region.code, region]))
  const read = await readRegions(createReadStream(file), [...known.values()]).catch((failure: unknown) => {
    if (failure instanceof Unreadable) return failure
    throw failure
  })
  if (read instanceof Unreadable) {
    console.error(`${importErrors[read.code].title}（${read.where}）\n原有的区划没有改动。\n${usage}`)
    return 1
  }
  if (read.faults.length > 0) {
    for (const { line, text } of read.faults) console.error(`第 ${line} 行：${text}`)
    console.error('请改好再来一次；原有的区划没有改动。')
    return 1
  }
  let [added, changed] = [0, 0]
  for (const region of read.regions) {
    const put = regionItem(region)
    const before = known.get(region.code)
    if (before && isDeepStrictEqual({ ...before }, put)) continue
    const saved = await table.write([{ put }])
    if (!saved.ok) throw new Error(`a region was not written: ${saved.refusal.code}`)
    if (before) changed += 1
    else added += 1
  }
  const same = read.regions.length - added - changed
  console.log(`区划：新增 ${added}，更新 ${changed}，没有变化 ${same}。居民一分钟内就能选到新的社区。`)
  return 0
}

await runCommand(run)
