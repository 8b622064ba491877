/** The only place that reads the environment. What is missing is named at once, before any request. */

export interface Env {
  readonly table: string
  readonly region: string
  /** A local engine; absent: AWS itself. */
  readonly endpoint: string | undefined
  /** HS256 key of our tokens, at least 32 characters. */
  readonly tokenSecret: string
  readonly wechat: { readonly appId: string; readonly appSecret: string; readonly baseUrl: string }
}

const WECHAT_API = 'https://api.weixin.qq.com'

export const readEnv = (from: Readonly<Record<string, string | undefined>> = process.env): Env => {
  const missing: string[] = []
  const need = (name: string): string => {
    const value = from[name]
    if (!value) missing.push(name)
    return value ?? ''
  }
  const env: Env = {
    table: need('YIKE_TABLE'),
    region: from.AWS_REGION ?? 'local',
    endpoint: from.DYNAMODB_ENDPOINT,
    tokenSecret: need('YIKE_TOKEN_SECRET'),
    wechat: {
      appId: need('WECHAT_APP_ID'),
      appSecret: need('WECHAT_APP_SECRET'),
      baseUrl: from.WECHAT_API ?? WECHAT_API,
    },
  }
  if (missing.length > 0) throw new Error(`Set these environment variables: ${missing.join(', ')}`)
  if (env.tokenSecret.length < 32) throw new Error('YIKE_TOKEN_SECRET needs at least 32 characters')
  return env
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

export const readDevEnv = (from: Readonly<Record<string, string | undefined>> = process.env): DevEnv => {
  if (!from.DYNAMODB_ENDPOINT) throw new Error('Set DYNAMODB_ENDPOINT, or start the product with npm start')
  return {
    table: from.YIKE_TABLE ?? 'yike-dev',
    endpoint: from.DYNAMODB_ENDPOINT,
    apiPort: Number(from.YIKE_API_PORT ?? 4100),
    appPort: Number(from.YIKE_APP_PORT ?? 4101),
    h5Dir: from.YIKE_H5_DIR,
  }
}
