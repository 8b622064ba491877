export interface Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string | undefined
}

export interface Where {
  readonly region: string
  /** A local engine; absent: AWS itself. */
  readonly endpoint?: string | undefined
  /** Absent: a local engine takes any name, and a function has its role's in its environment. */
  readonly credentials?: Credentials | undefined
}

const local: Credentials = { accessKeyId: 'local', secretAccessKey: 'local' }

export const addressOf = ({ region, endpoint, credentials = endpoint ? local : undefined }: Where) => ({
  region,
  ...(endpoint && { endpoint }),
  ...(credentials && { credentials }),
})

/** China is a partition of its own. */
export const addressIn = (region: string): string =>
  `https://dynamodb.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`
