/** Lambda behind the schedule: lets time do its part. */
import { outsideOf, tick } from '../app'
import { readEnv } from '../platform/env'

const { table, log, clock } = outsideOf(readEnv())

export const handler = async (): Promise<void> => {
  log('ticked', await tick(table, clock()))
}
