import { describe, expect, it } from 'vitest'
import { countedLog, type Fields, failureFields } from './log'

it('an unknown failure says its name and its frames, and no line of its message', () => {
  const failure = new TypeError('no home of 王阿姨\nat 3 幢 2 单元\n  or token eyJhbGciOi')
  const { failure: name, where } = failureFields(failure)
  expect(name).toBe('TypeError')
  expect(where).toMatch(/log\.test\.ts/)
  expect(where).not.toMatch(/王阿姨|3 幢|token/)
})

describe('what CloudWatch counts of an answer', () => {
  const said = (fields: Fields) => {
    const lines: string[] = []
    countedLog('YikeLinli/dev', { print: line => lines.push(line), clock: () => 7 })('answered', fields)
    return JSON.parse(lines[0] ?? '')
  }

  it.each([
    [200, 0],
    [409, 0],
    [429, 0],
    [500, 1],
    [503, 1],
  ])('is %i as %i failure, and its time, of the slice and of the endpoint by its id', (status, failures) => {
    const line = said({ endpoint: 'booking.place', requestId: 'r1', status, ms: 12.3 })
    expect(line).toMatchObject({
      event: 'answered',
      slice: 'booking',
      endpoint: 'booking.place',
      requestId: 'r1',
      failures,
      ms: 12.3,
    })
    const { Timestamp, CloudWatchMetrics } = line._aws
    expect(Timestamp).toBe(7)
    expect(CloudWatchMetrics).toHaveLength(1)
    const { Namespace, Dimensions, Metrics } = CloudWatchMetrics[0]
    expect(Namespace).toBe('YikeLinli/dev')
    // Each name stands in the line as a value: CloudWatch drops a metric whose dimension is missing.
    for (const name of [...Dimensions.flat(), ...Metrics.map(({ Name }: { Name: string }) => Name)])
      expect(line).toHaveProperty(name)
    expect(Dimensions).toEqual([['slice'], ['endpoint']])
  })

  it('is nothing of any other line', () => {
    const lines: string[] = []
    countedLog('YikeLinli/dev', { print: line => lines.push(line), clock: () => 7 })('failed', {
      endpoint: 'none',
    })
    expect(lines.map(line => JSON.parse(line))).toEqual([{ event: 'failed', endpoint: 'none' }])
  })
})
