/** Lambda behind the schedule: lets time do its part. */
import { createTick, outsideOf } from '../app'
import { readTableEnv } from '../platform/env'

const outside = outsideOf(readTableEnv())
const tick = createTick(outside)

export const handler = async (): Promise<void> => {
  outside.log('ticked', await tick(outside.clock()))
}
