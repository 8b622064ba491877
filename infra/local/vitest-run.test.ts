import { expect, it } from 'vitest'
import { count, type VitestReport } from './vitest-run'

const report = (change: Partial<VitestReport>): VitestReport => ({
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  testResults: [{ name: 'a.test.ts', status: 'passed', assertionResults: [{}, {}, {}] }],
  ...change,
})

it('three passed tests count as three', () => {
  expect(count(report({}), 0)).toEqual({ passed: 3, failed: 0 })
})

it('a failed test counts once', () => {
  expect(count(report({ numPassedTests: 2, numFailedTests: 1 }), 1)).toEqual({ passed: 2, failed: 1 })
})

it('a file that could not be loaded counts as one failure', () => {
  const testResults = [{ name: 'b.test.ts', status: 'failed', assertionResults: [] }]
  expect(count(report({ testResults }), 1)).toEqual({ passed: 3, failed: 1 })
})

it('an error outside every test still fails the run', () => {
  expect(count(report({}), 1)).toEqual({ passed: 3, failed: 1 })
})

it('a run without a test, and one without a report, have failed', () => {
  expect(count(report({ numPassedTests: 0, testResults: [] }), 0)).toEqual({ passed: 0, failed: 1 })
  expect(count(undefined, 0)).toEqual({ passed: 0, failed: 1 })
})
