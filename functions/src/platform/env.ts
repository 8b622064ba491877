/** The only place that reads the environment. What is missing is named at once, before any request. */

export interface TableEnv {
  readonly table: string
  readonly region: string
  /** A local engine; absent: AWS itself. */
  readonly endpoint: string | undefined
}

/** What answering requests takes. The stream and the clock are told no secrets, only the table. */
export interface Env extends TableEnv {
  /** HS256 key of our tokens, at least 32 characters. */
  readonly tokenSecret: string
  /** CloudWatch’s namespace for what is counted of each answer; absent: nothing is counted. */
  readonly metrics?: string | undefined
  readonly wechat: { readonly appId: string; readonly appSecret: string; readonly baseUrl: string }
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

export const readEnv = (from: Variables = process.env): Env => {
  const told = demand(from, ['YIKE_TABLE', 'YIKE_TOKEN_SECRET', 'WECHAT_APP_ID', 'WECHAT_APP_SECRET'])
  if (told.YIKE_TOKEN_SECRET.length < 32) throw new Error('YIKE_TOKEN_SECRET needs at least 32 characters')
  return {
    ...readTableEnv(from),
    tokenSecret: told.YIKE_TOKEN_SECRET,
    metrics: from.YIKE_METRICS,
    wechat: {
      appId: told.WECHAT_APP_ID,
      appSecret: told.WECHAT_APP_SECRET,
      baseUrl: from.WECHAT_API ?? WECHAT_API,
    },
  }
}

/** What the local product is told by whoever starts it. */
export interface DevEnv {
  readonly table: string
  readonly endpoint: string
  readonly apiPort: number
  readonly appPort: number
  /** Folder of the h5 build; absent: only the API. */
  readonly h5Dir: string | undefined
}

export const readDevEnv = (from: Variables = process.env): DevEnv => {
  if (!from.DYNAMODB_ENDPOINT) throw new Error('Set DYNAMODB_ENDPOINT, or start the product with npm start')
  return {
    table: from.YIKE_TABLE ?? 'yike-dev',
    endpoint: from.DYNAMODB_ENDPOINT,
    apiPort: Number(from.YIKE_API_PORT ?? 4100),
    appPort: Number(from.YIKE_APP_PORT ?? 4101),
    h5Dir: from.YIKE_H5_DIR,
  }
}
