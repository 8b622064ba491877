import type { Affected } from '@yike/shared/booking/schema/affected'
import { expect, test } from 'vitest'
import { readToEnd } from './affected'

type Line = Affected['affected'][number]
const lines = Array.from({ length: 172 }, (_, at) => ({ bookingId: `bk_${at}` }) as unknown as Line)
const page = (from: number): Affected => ({
  count: lines.length,
  unswapped: 0,
  affected: lines.slice(from, from + 50),
})
const after = (bookingId: string) => page(lines.findIndex(one => one.bookingId === bookingId) + 1)

test('all 172 whom a closing hits are known before it is made, page by page', async () => {
  const { affected } = await readToEnd(page(0), async bookingId => after(bookingId))
  expect(affected).toEqual(lines)
})

test('a page that does not come leaves those who were read, and says of how many', async () => {
  let asked = 0
  const read = await readToEnd(page(0), async bookingId => (asked++ === 0 ? after(bookingId) : null))
  expect([read.affected.length, read.count]).toEqual([100, 172])
})

test('where some have cancelled since, it ends with the last that there is', async () => {
  const few = { ...page(0), affected: lines.slice(0, 50) }
  const read = await readToEnd(few, async () => ({ count: 40, unswapped: 0, affected: [] }))
  expect(read.affected).toHaveLength(50)
})
