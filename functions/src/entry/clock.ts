/** Lambda behind the schedule: lets time do its part. */
import { createTick, outsideOf } from '../app'
import { openLearning } from '../circle/handlers'
import { readTableEnv } from '../platform/env'

const outside = outsideOf(readTableEnv())
const tick = createTick(outside)
const learn = openLearning(outside.table)

export const handler = async (): Promise<void> => {
  await learn(outside.clock())
  outside.log('ticked', await tick(outside.clock()))
}
