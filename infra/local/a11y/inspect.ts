import type { View } from '../tour'
import { askAxe } from './axe'
import { limits } from './limits'
import { type Measured, measure } from './measure'

export interface Inspected extends Measured {
  /** What axe-core finds. */
  violations: string[]
}

/** One page as it is worn now: what axe-core says of it, and what is measured. */
export async function inspect({ page, mode }: View): Promise<Inspected> {
  const violations = await askAxe(page)
  return { violations, ...(await measure(page, limits[mode])) }
}
