/** Which deployment this is, and what differs between a stage that may be lost and one that may not. */
import { RegionInfo } from 'aws-cdk-lib/region-info'
import type { Entry } from './bundle'

const stages = ['dev', 'prod'] as const
export type Stage = (typeof stages)[number]

export interface Deployment {
  readonly stage: Stage
  /** Decides the partition: `cn-north-1` and `cn-northwest-1` are `aws-cn`. */
  readonly region: string
  /** Who is told when something is wrong. */
  readonly alarmEmail?: string
  /** Origins from which browsers may call the API: those that serve the h5 build. The mini-program needs none. */
  readonly h5Origins: readonly string[]
  /** Templates of WeChat's messages, as functions/src/platform/wechat/template.ts describes; absent: none are sent. */
  readonly wechatTemplates?: string
}

interface StageRules {
  /** The table, its key and the logs outlive the stack, and neither can be deleted by mistake. */
  readonly keeps: boolean
  readonly logDays: number
  readonly apiMemoryMb: number
  /** Requests per second over all clients, and how many more for a moment. */
  readonly throttle: { readonly rateLimit: number; readonly burstLimit: number }
  /**
   * Concurrent executions set aside: the API cannot starve the account, and nothing can starve the stream and the
   * clock. Absent in dev: a new account has too few of them to give any away.
   */
  readonly reserved?: Readonly<Record<Entry, number>>
}

export const stageRules: Readonly<Record<Stage, StageRules>> = {
  dev: {
    keeps: false,
    logDays: 7,
    apiMemoryMb: 512,
    throttle: { rateLimit: 20, burstLimit: 40 },
  },
  prod: {
    keeps: true,
    // Cybersecurity Law of the People's Republic of China, article 21 (3): network logs for six months or longer.
    logDays: 180,
    apiMemoryMb: 1024,
    throttle: { rateLimit: 500, burstLimit: 1000 },
    reserved: { api: 200, calendars: 10, stream: 20, clock: 2 },
  },
}

const USAGE =
  'stage=dev|prod region=<AWS region> [alarmEmail=<address>] [h5Origins=https://a.example,https://…] [wechatTemplates=<JSON>]'

/** Reads a deployment from settings given by name; what is wrong with them is said in one sentence. */
export const readDeployment = (setting: (name: string) => unknown): Deployment => {
  const text = (name: string): string | undefined => {
    const value = setting(name)
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const stage = stages.find(one => one === text('stage'))
  if (!stage) throw new Error(`Name the stage: ${USAGE}`)
  const region = text('region')
  if (!region || !RegionInfo.regions.some(known => known.name === region))
    throw new Error(`Name a region that AWS has: ${USAGE}`)
  const alarmEmail = text('alarmEmail')
  if (stage === 'prod' && !alarmEmail) throw new Error(`Alarms of prod must reach somebody: ${USAGE}`)
  const h5Origins = text('h5Origins')?.split(',') ?? []
  const wide = h5Origins.find(origin => !/^https:\/\/[a-z0-9.-]+(:\d+)?$/.test(origin))
  if (wide !== undefined) throw new Error(`${wide} is not one https origin: ${USAGE}`)
  const wechatTemplates = text('wechatTemplates')
  return {
    stage,
    region,
    h5Origins,
    ...(alarmEmail && { alarmEmail }),
    ...(wechatTemplates && { wechatTemplates }),
  }
}
