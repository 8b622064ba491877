/** The product with its demo, and people at their browsers: started once for the tests of a file. */
import { afterAll, afterEach, beforeAll, expect, inject, vi } from 'vitest'
import { built } from '../../../infra/local/build'
import { type Product, startProduct } from '../../../infra/local/product'
import { openStreet, type Street } from '../../../infra/local/visitor'

interface Here {
  product: Product
  street: Street
  /** Refusals that a test is about; whatever else goes wrong on anybody's page fails it. */
  readonly expected: string[]
}

/** `moment`: what their clocks and the product's say, instead of now. */
export function onStreet(moment?: string): Here {
  // A browser, a product and an engine share this machine's cores with every other test.
  vi.setConfig({ testTimeout: 90_000 })
  const here = { expected: [] as string[] } as unknown as Here
  beforeAll(async () => {
    here.product = await startProduct({
      endpoint: inject('engine'),
      h5Dir: built('h5'),
      ...(moment && { moment }),
    })
    here.street = await openStreet(here.product.app, moment)
  })
  afterEach(async () => {
    expect(await here.street.troubles()).toEqual(here.expected.splice(0))
  })
  afterAll(async () => {
    await here.street?.close()
    await here.product?.stop()
  })
  return here
}
