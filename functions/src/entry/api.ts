/** Lambda behind the HTTP API. */
import { handle } from 'hono/aws-lambda'
import { createApp, outsideOf } from '../app'
import { openLearning } from '../circle/handlers'
import { readEnv } from '../platform/env'
import { countedLog } from '../platform/log'

const env = readEnv()

const outside = outsideOf(env)
const log = env.metrics ? countedLog(env.metrics) : outside.log

const learn = openLearning(outside.table)
const answer = handle(createApp(env, { ...outside, log }))

export const handler: typeof answer = async (...asked) => {
  await learn(outside.clock())
  return answer(...asked)
}
