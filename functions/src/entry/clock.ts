/** Lambda behind the schedule: lets time do its part. */
import { outsideOf, tick } from '../app'
import { readTableEnv } from '../platform/env'

const { table, log, clock } = outsideOf(readTableEnv())

export const handler = async (): Promise<void> => {
  log('ticked', await tick(table, clock()))
}
