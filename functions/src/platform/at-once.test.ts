import { expect, it } from 'vitest'
import { atOnce } from './at-once'

const later = () => new Promise(resolve => setTimeout(resolve, 1))

it('answers stand in the order of the questions, and no more than so many are at work', async () => {
  let [now, most] = [0, 0]
  const answers = await atOnce([5, 1, 4, 2, 3], 2, async n => {
    most = Math.max(most, ++now)
    for (let i = 0; i < n; i++) await later()
    now--
    return n * 10
  })
  expect(answers).toEqual([50, 10, 40, 20, 30])
  expect(most).toBe(2)
})

it('none is begun after one has failed', async () => {
  const begun: number[] = []
  const all = Array.from({ length: 100 }, (_, i) => i)
  const task = async (n: number) => {
    begun.push(n)
    await later()
    if (n === 3) throw new Error('busy')
  }
  await expect(atOnce(all, 2, task)).rejects.toThrow('busy')
  for (let i = 0; i < 200; i++) await later()
  expect(begun.length).toBeLessThan(10)
})
