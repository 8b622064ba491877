/** The composition root: the only place where parts meet. */
import { api, errorTable } from '@yike/shared/api'
import type { RegionCode } from '@yike/shared/identity/schema'
import { instantOf } from '@yike/shared/kernel/time'
import type { Hono } from 'hono'
import { moveOn, openLapsing, openTelling, remindDue } from './booking/clock'
import { bookingHandlers } from './booking/handlers'
import { bookingReactions, bookingReading, handoverReading } from './booking/reactions'
import { bulletinHandlers } from './bulletin/handlers'
import { bulletinReactions } from './bulletin/reactions'
import { openAsking } from './circle/clock'
import { circleHandlers } from './circle/handlers'
import { circleReactions, offeringReading, placeReading } from './circle/reactions'
import { identityHandlers, loadOpenId, loadRegions, openActors } from './identity/handlers'
import { microprojectHandlers, tellVerdict } from './microproject/handlers'
import { microprojectReactions, microprojectReading } from './microproject/reactions'
import { openDeskCodes, openDoorCodes, openSpokenCodes, openTokens } from './platform/actor'
import { openBucket } from './platform/bucket'
import type { Env, StreamEnv, TableEnv } from './platform/env'
import { createHttp } from './platform/http'
import { mountPush } from './platform/http/push'
import { newId } from './platform/ids'
import { failureFields, jsonLog, type Log } from './platform/log'
import type { Reaction } from './platform/outbox'
import { openTable, type Table } from './platform/table'
import { openWeChat } from './platform/wechat'
import { openPush, verdictIn } from './platform/wechat/push'
import { openWeChatService } from './platform/wechat/service'
import { type Reading, readWords } from './platform/wechat/wording'
import { volunteerHandlers } from './volunteer/handlers'
import { claimReading, taskReading, volunteerReactions } from './volunteer/reactions'
import { workbenchHandlers } from './workbench/handlers'

export interface Outside {
  readonly clock: () => number
  readonly log: Log
  readonly table: Table
}

/** The outer ports as they are in the cloud. */
export const outsideOf = (env: TableEnv): Outside => ({
  clock: Date.now,
  log: jsonLog,
  table: openTable({ name: env.table, region: env.region, endpoint: env.endpoint }),
})

export const createApp = (env: Env, { clock, log, table }: Outside): Hono => {
  const tokens = openTokens(env.tokenSecret)
  const wechat = openWeChat(env.wechat)
  const handlers = {
    identity: identityHandlers({
      table,
      tokens,
      wechat,
      deskCodes: openDeskCodes(env.tokenSecret),
      appId: env.wechat.appId,
    }),
    circle: circleHandlers(table),
    booking: bookingHandlers(table, openDoorCodes(env.tokenSecret), openSpokenCodes(env.tokenSecret)),
    microproject: microprojectHandlers(table, openBucket(env.photos, clock)),
    volunteer: volunteerHandlers(table),
    bulletin: bulletinHandlers(table, env.wechat.templates),
    workbench: workbenchHandlers(table),
  }
  const app = createHttp(
    {
      identity: { endpoints: api.identity.endpoints, handlers: handlers.identity },
      circle: { endpoints: api.circle.endpoints, handlers: handlers.circle },
      booking: { endpoints: api.booking.endpoints, handlers: handlers.booking },
      microproject: { endpoints: api.microproject.endpoints, handlers: handlers.microproject },
      volunteer: { endpoints: api.volunteer.endpoints, handlers: handlers.volunteer },
      bulletin: { endpoints: api.bulletin.endpoints, handlers: handlers.bulletin },
      workbench: { endpoints: api.workbench.endpoints, handlers: handlers.workbench },
    },
    { table, actorOf: openActors({ table, tokens }), errorTable, clock, newId, log },
  )
  const { appId, push } = env.wechat
  if (push)
    mountPush(app, openPush({ ...push, appId }), async said => {
      const found = verdictIn(said)
      return found ? tellVerdict(table, found.traceId, found.verdict) : true
    })
  return app
}

/** What people write that others read. */
const readings: readonly Reading[] = [
  placeReading,
  offeringReading,
  bookingReading,
  handoverReading,
  microprojectReading,
  taskReading,
  claimReading,
]

/** Only the stream needs them; the API leaves them out of its bundle, with the dictionary of pinyin. */
export const createReactions = (
  { wechat, photos }: Pick<StreamEnv, 'wechat' | 'photos'>,
  { clock }: Pick<Outside, 'clock'>,
): readonly Reaction[] => {
  const service = openWeChatService(wechat, clock)
  const reader = { service, openIdOf: loadOpenId }
  return [
    // First, so that what else reacts to the same change finds the words in their place.
    ...readings.map(one => readWords(reader, one)),
    ...circleReactions,
    ...bookingReactions(clock),
    ...microprojectReactions({ service, bucket: openBucket(photos, clock), clock }),
    ...volunteerReactions,
    ...bulletinReactions({ service, templates: wechat.templates }),
  ]
}

/**
 * Does what is due at a moment, in every community; counts of what was done. Where one community fails the others are
 * served all the same, and then it throws, for the alarm counts failed minutes.
 */
export type Tick = (
  ms: number,
) => Promise<{ lapsed: number; moved?: number; reminded?: number; asked?: number }>

export const createTick = ({ table, log }: Omit<Outside, 'clock'>): Tick => {
  const lapseOverdue = openLapsing(table)
  const askForChecks = openAsking(table)
  const tellOfCertificates = openTelling(table)
  return async ms => {
    const communities = (await loadRegions(table)).filter(region => region.level === 'community')
    let lapsed = 0
    let moved = 0
    let reminded = 0
    let asked = 0
    const failed = new Set<RegionCode>()
    const trying = async (community: RegionCode, duty: () => Promise<void>) => {
      try {
        await duty()
      } catch (failure) {
        failed.add(community)
        log('clock_failed', { community, ...failureFields(failure) })
      }
    }
    for (const { code } of communities) {
      await trying(code, async () => {
        lapsed += await lapseOverdue(code, instantOf(ms))
      })
      await trying(code, async () => {
        moved += await moveOn(table, code, instantOf(ms))
      })
      await trying(code, async () => {
        reminded += await remindDue(table, code, instantOf(ms))
      })
    }
    // Last, for nobody waits for it: after an import thousands of places may be due on one day.
    for (const { code } of communities)
      await trying(code, async () => {
        asked += await askForChecks(code, instantOf(ms))
        await tellOfCertificates(code, instantOf(ms))
      })
    if (failed.size > 0)
      throw new Error(`the clock failed in ${failed.size} of ${communities.length} communities`)
    return {
      lapsed,
      ...(moved > 0 && { moved }),
      ...(reminded > 0 && { reminded }),
      ...(asked > 0 && { asked }),
    }
  }
}
