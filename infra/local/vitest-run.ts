import { readFileSync, rmSync } from 'node:fs'
import { own } from './owned-process'
import { inLocal } from './paths.mjs'

export interface Outcome {
  passed: number
  failed: number
}

/** What we read of vitest's JSON report. */
export interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  /** One for each file; one that could not be loaded has failed and holds no assertion. */
  testResults: { name: string; status: string; assertionResults: unknown[] }[]
}

/** Counts a report, so that nothing that went wrong beside the tests is lost: a run never fails with 0 failed. */
export function count(report: VitestReport | undefined, exitCode: number): Outcome {
  if (!report) return { passed: 0, failed: 1 }
  const unloaded = report.testResults.filter(
    file => file.status === 'failed' && file.assertionResults.length === 0,
  )
  const passed = report.numPassedTests
  const failed = report.numFailedTests + unloaded.length
  const unexplained = failed === 0 && (exitCode !== 0 || passed === 0)
  return { passed, failed: unexplained ? 1 : failed }
}

/** Runs vitest with its own output on show. */
export async function runVitest(args: string[]): Promise<Outcome> {
  const reportFile = inLocal('vitest.json')
  rmSync(reportFile, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`]
  const vitest = await own({
    command: process.execPath,
    args: ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...args],
    output: 'show',
  })
  const exitCode = await vitest.ended
  const report = read(reportFile)
  if (report?.numPendingTests) console.log(`${report.numPendingTests} skipped`)
  return count(report, exitCode)
}

function read(file: string): VitestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
