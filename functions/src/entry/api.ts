/** Lambda behind the HTTP API. */
import { handle } from 'hono/aws-lambda'
import { createApp, outsideOf } from '../app'
import { readEnv } from '../platform/env'
import { countedLog } from '../platform/log'

const env = readEnv()

const outside = outsideOf(env)
const log = env.metrics ? countedLog(env.metrics) : outside.log

export const handler = handle(createApp(env, { ...outside, log }))
