import Taro from '@tarojs/taro'
import { reached } from './network'

export interface Wire {
  method: 'GET' | 'POST' | 'PUT'
  /** Path and query, both encoded. */
  target: string
  body?: Readonly<Record<string, unknown>>
  token: string | null
  /** Idempotency key of this intent. */
  key?: string
}

export interface Reply {
  status: number
  body: unknown
}

const TIMEOUT_MS = 15_000

/** One request and its reply; null when nobody answered, or not to the end. WeChat has no URL, Headers or AbortController. */
export async function exchange({ method, target, body, token, key }: Wire): Promise<Reply | null> {
  const header: Record<string, string> = {}
  if (body) header['content-type'] = 'application/json'
  if (token) header.authorization = `Bearer ${token}`
  if (key) header['idempotency-key'] = key
  try {
    const { statusCode, data } = await Taro.request<unknown>({
      url: API_BASE + target,
      method,
      header,
      timeout: TIMEOUT_MS,
      ...(body ? { data: body } : {}),
    })
    // All of ours are objects: this one broke off in the middle, and nobody knows what it was.
    if (statusCode < 400 && (typeof data !== 'object' || data === null)) throw new Error('broken off')
    reached(true)
    return { status: statusCode, body: data }
  } catch {
    reached(false)
    return null
  }
}
