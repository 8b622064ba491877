/** axe-core in the page, speaking Chinese. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const require = createRequire(import.meta.url)
const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
const locale: unknown = JSON.parse(readFileSync(require.resolve('axe-core/locales/zh_CN.json'), 'utf8'))

interface Axe {
  configure(options: object): void
  run(context: object, options: object): Promise<AxeResults>
}

/** Violations as one line each: rule, what it says, where. */
export async function askAxe(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  const violations = await page.evaluate(async language => {
    const { axe } = window as unknown as { axe: Axe }
    axe.configure({ locale: language })
    const found = await axe.run(document, {
      resultTypes: ['violations'],
      rules: { 'target-size': { enabled: true } },
    })
    return found.violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map(({ html }) => html) }))
  }, locale)
  return violations.flatMap(({ id, help, where }) =>
    where.map(html => `${id} ${help}: ${html.replace(/\s+/g, ' ').slice(0, 140)}`),
  )
}
