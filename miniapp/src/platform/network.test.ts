// The only thing that is not ours here is WeChat's word of its network.
import { expect, test, vi } from 'vitest'

vi.mock('@tarojs/taro', () => ({ default: { onNetworkStatusChange: () => {} } }))

test('after a request that reached nobody something is asked until it is answered, and then no more', async () => {
  vi.useFakeTimers()
  const { onOnline, reached, watchNetwork } = await import('./network')
  const ask = vi.fn()
  const back = vi.fn()
  watchNetwork(ask)
  onOnline(back)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(ask).not.toHaveBeenCalled()
  reached(false)
  await vi.advanceTimersByTimeAsync(40_000)
  expect(ask).toHaveBeenCalledTimes(2)
  ask.mockImplementation(() => reached(true))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(ask).toHaveBeenCalledTimes(3)
  expect(back).toHaveBeenCalledTimes(1)
  vi.useRealTimers()
})
