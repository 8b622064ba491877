import { expect, it } from 'vitest'
import { createMemory } from '../../test/memory'
import { deliver, type Moved, type Reaction } from './outbox'

const { table } = createMemory()
const moved = (item: string, nth: number): Moved => ({
  sequence: String(nth),
  before: undefined,
  after: { pk: item, sk: 'X', type: 'Thing', nth },
})
const pause = () => new Promise(resolve => setTimeout(resolve, 5))

/** Changes of some items, as they were followed; the most that were under way at once. */
const follow = async (items: string, atOnce?: number, failing?: number) => {
  const told: string[] = []
  let [now, most] = [0, 0]
  const reaction: Reaction = {
    name: 'test.tell',
    on: 'Thing',
    async react(_, { after, sequence }) {
      most = Math.max(most, ++now)
      await pause()
      now--
      if (after?.nth === failing) throw new Error('it failed')
      told.push(`${after?.pk}${sequence}`)
    },
  }
  const moves = [...items].map(moved)
  const again = await deliver(table, [reaction], moves, () => {}, atOnce)
  return { told, most, again }
}

it('follows 4 items beside each other, and the changes of each in their order', async () => {
  const { told, most, again } = await follow('aabacbddcaab', 4)
  expect([told.length, most, again]).toEqual([12, 4, undefined])
  for (const item of 'abcd') {
    const own = told.filter(one => one.startsWith(item)).map(one => Number(one.slice(1)))
    expect(own).toEqual([...own].sort((one, other) => one - other))
  }
})

it('one at a time, follows all changes in the order of their commits', async () => {
  const { told, most } = await follow('abcabc')
  expect([told, most]).toEqual([['a0', 'b1', 'c2', 'a3', 'b4', 'c5'], 1])
})

it.each([1, 4])(
  'with %i at once, whatever stands before the first that failed is done, and from there it is sent again',
  async atOnce => {
    const { told, again } = await follow('abcdabcdabcd', atOnce, 5)
    expect(again).toBe('5')
    expect(told).toEqual(expect.arrayContaining(['a0', 'b1', 'c2', 'd3', 'a4']))
    expect(told).not.toContain('b9')
  },
)
