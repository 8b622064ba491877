/** Lambda behind the HTTP API. */
import { handle } from 'hono/aws-lambda'
import { createApp, outsideOf } from '../app'
import { readEnv } from '../platform/env'

const env = readEnv()

export const handler = handle(createApp(env, outsideOf(env)))
