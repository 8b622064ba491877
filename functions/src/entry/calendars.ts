/** Lambda behind the addresses that calendars read. */
import { handle } from 'hono/aws-lambda'
import { outsideOf } from '../app'
import { createCalendars } from '../app/calendars'
import { readTableEnv } from '../platform/env'

export const handler = handle(createCalendars(outsideOf(readTableEnv())))
