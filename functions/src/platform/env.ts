/** The only place that reads the environment. What is missing is named at once, before any request. */
import type { BucketEnv } from './bucket'
import { Templates } from './wechat/template'

export interface TableEnv {
  readonly table: string
  readonly region: string
  /** A local engine; absent: AWS itself. */
  readonly endpoint: string | undefined
}

export interface WeChatEnv {
  readonly appId: string
  readonly appSecret: string
  readonly baseUrl: string
  /** Templates of subscription messages; none: nobody is asked and nothing is sent. */
  readonly templates: Templates
  /** What WeChat signs and encrypts its own calls with; absent: it has nothing to tell us. */
  readonly push?: { readonly token: string; readonly aesKey: string }
}

/** What reactions take: they send messages and have texts and photos checked. The clock is told no secrets, only the table. */
export interface StreamEnv extends TableEnv {
  readonly wechat: WeChatEnv
  readonly photos: BucketEnv
}

/** What answering requests takes. */
export interface Env extends StreamEnv {
  /** HS256 key of our tokens, at least 32 characters. */
  readonly tokenSecret: string
  /** CloudWatch’s namespace for what is counted of each answer; absent: nothing is counted. */
  readonly metrics?: string | undefined
}

type Variables = Readonly<Record<string, string | undefined>>

const WECHAT_API = 'https://api.weixin.qq.com'

/** The values of variables that must be there; throws with the names of all that are not. */
const demand = <const Name extends string>(from: Variables, names: readonly Name[]): Record<Name, string> => {
  const missing = names.filter(name => !from[name])
  if (missing.length > 0) throw new Error(`Set these environment variables: ${missing.join(', ')}`)
  return Object.fromEntries(names.map(name => [name, from[name]])) as Record<Name, string>
}

export const readTableEnv = (from: Variables = process.env): TableEnv => ({
  table: demand(from, ['YIKE_TABLE']).YIKE_TABLE,
  region: from.AWS_REGION ?? 'local',
  endpoint: from.DYNAMODB_ENDPOINT,
})

/** Whether a command is to work on the table of a deployment: it is named, and no engine is. */
export const isDeployed = (from: Variables = process.env): boolean =>
  Boolean(from.YIKE_TABLE && from.AWS_REGION && !from.DYNAMODB_ENDPOINT)

const readWeChat = (from: Variables): WeChatEnv => {
  const told = demand(from, ['WECHAT_APP_ID', 'WECHAT_APP_SECRET'])
  return {
    appId: told.WECHAT_APP_ID,
    appSecret: told.WECHAT_APP_SECRET,
    baseUrl: from.WECHAT_API ?? WECHAT_API,
    templates: readTemplates(from.WECHAT_TEMPLATES),
    ...(from.WECHAT_PUSH_TOKEN &&
      from.WECHAT_PUSH_KEY && { push: { token: from.WECHAT_PUSH_TOKEN, aesKey: from.WECHAT_PUSH_KEY } }),
  }
}

/** `{"booking": {"id": "…", "fields": {"thing1": "what", "time2": "when", "phrase3": "state"}}}` */
const readTemplates = (text: string | undefined): Templates => {
  if (!text) return {}
  try {
    return Templates.parse(JSON.parse(text))
  } catch {
    throw new Error('WECHAT_TEMPLATES is not what platform/wechat/template.ts describes')
  }
}

const readBucket = (from: Variables): BucketEnv => {
  const { YIKE_PHOTOS: name, YIKE_PHOTOS_URL: url } = demand(from, ['YIKE_PHOTOS', 'YIKE_PHOTOS_URL'])
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = from
  return {
    name,
    url,
    region: from.AWS_REGION ?? 'local',
    // A function's role stands in its environment.
    ...(accessKeyId &&
      secretAccessKey && {
        credentials: { accessKeyId, secretAccessKey, sessionToken: from.AWS_SESSION_TOKEN },
      }),
  }
}

export const readStreamEnv = (from: Variables = process.env): StreamEnv => {
  demand(from, ['YIKE_TABLE', 'WECHAT_APP_ID', 'WECHAT_APP_SECRET', 'YIKE_PHOTOS', 'YIKE_PHOTOS_URL'])
  return { ...readTableEnv(from), wechat: readWeChat(from), photos: readBucket(from) }
}

export const readEnv = (from: Variables = process.env): Env => {
  const told = demand(from, ['YIKE_TABLE', 'YIKE_TOKEN_SECRET', 'WECHAT_APP_ID', 'WECHAT_APP_SECRET'])
  if (told.YIKE_TOKEN_SECRET.length < 32) throw new Error('YIKE_TOKEN_SECRET needs at least 32 characters')
  return { ...readStreamEnv(from), tokenSecret: told.YIKE_TOKEN_SECRET, metrics: from.YIKE_METRICS }
}

/** What the local product is told by whoever starts it. */
export interface DevEnv {
  readonly table: string
  readonly endpoint: string
  readonly apiPort: number
  readonly appPort: number
  /** Folder of the h5 build; absent: only the API. */
  readonly h5Dir: string | undefined
  /** HS256 key of tokens; absent: one for as long as the product runs. */
  readonly tokenSecret: string | undefined
  /** Folder that stands in for the bucket; absent: one that goes when the product stops. */
  readonly photosDir: string | undefined
}

export const readDevEnv = (from: Variables = process.env): DevEnv => {
  if (!from.DYNAMODB_ENDPOINT) throw new Error('Set DYNAMODB_ENDPOINT, or start the product with npm start')
  return {
    table: from.YIKE_TABLE ?? 'yike-dev',
    endpoint: from.DYNAMODB_ENDPOINT,
    apiPort: Number(from.YIKE_API_PORT ?? 4100),
    appPort: Number(from.YIKE_APP_PORT ?? 4101),
    h5Dir: from.YIKE_H5_DIR,
    tokenSecret: from.YIKE_TOKEN_SECRET,
    photosDir: from.YIKE_PHOTOS_DIR,
  }
}
