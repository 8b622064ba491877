// The mini-program as it is published, on WeChat's own component framework: whoever cannot see hears a name.
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Product, startProduct } from '../../infra/local/product'
import { hearEveryPage } from './mini-tour'

let product: Product

beforeAll(async () => {
  product = await startProduct({ endpoint: inject('engine') })
})
afterAll(() => product?.stop())

test('every control of every page has a name, in the ordinary manner and in 长辈版: 100 %', async () => {
  const heard = await hearEveryPage(product)
  const interactive = heard.reduce((sum, page) => sum + page.interactive, 0)
  console.log(`${interactive} controls on ${heard.length} pages asked for their names`)
  expect(interactive).toBeGreaterThan(200)
  expect(heard.filter(({ unnamed }) => unnamed.length > 0)).toEqual([])
}, 60_000)
