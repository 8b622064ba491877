/** The functions of `wx` that the app uses, against a real server and an in-memory phone. */

export interface WxOptions {
  success?: (result: object) => void
  fail?: (failure: object) => void
  complete?: (either: object) => void
  [name: string]: unknown
}

/** What is asked of the phone: each may be replaced by a test (`scanCode: () => ({ result: '…' })`). */
export type WxAnswers = Record<string, (options: WxOptions) => unknown>

/** WeChat's calling manner: callbacks where there are some, a promise where there are none. */
export function wxCall(name: string, answer: (options: WxOptions) => unknown) {
  return (options: WxOptions = {}) => {
    const settled = Promise.resolve()
      .then(() => answer(options))
      .then(
        result => {
          const done = { errMsg: `${name}:ok`, ...(result as object | undefined) }
          options.success?.(done)
          options.complete?.(done)
          return done
        },
        (cause: unknown) => {
          const failed = { errMsg: `${name}:fail ${cause instanceof Error ? cause.message : String(cause)}` }
          options.fail?.(failed)
          options.complete?.(failed)
          throw failed
        },
      )
    if (!options.success && !options.fail && !options.complete) return settled
    settled.catch(() => undefined)
    return { abort: () => undefined }
  }
}

export interface Traffic {
  method: string
  path: string
  status: number
}

/** Lets so many requests through; the others wait until it is opened. */
export function openGate() {
  let left = Number.POSITIVE_INFINITY
  const waiting: (() => void)[] = []
  return {
    pass: () => (left-- > 0 ? Promise.resolve() : new Promise<void>(go => waiting.push(go))),
    hold: (most: number) => {
      left = most
    },
    open: () => {
      left = Number.POSITIVE_INFINITY
      for (const go of waiting.splice(0)) go()
    },
  }
}
type Gate = ReturnType<typeof openGate>

/** `wx.request` over fetch. Whatever address the build was given, the test's own server gets the call. */
export const requestTo =
  (server: () => string | null, seen: Traffic[], gate: Gate) => async (options: WxOptions) => {
    await gate.pass()
    const base = server()
    if (base === null) throw new Error('no network')
    const { pathname, search } = new URL(String(options.url))
    const method = String(options.method ?? 'GET')
    const reply = await fetch(base + pathname + search, {
      method,
      headers: options.header as Record<string, string>,
      body: method === 'GET' ? undefined : JSON.stringify(options.data ?? {}),
    })
    seen.push({ method, path: pathname + search, status: reply.status })
    const text = await reply.text()
    return { statusCode: reply.status, header: Object.fromEntries(reply.headers), data: parsed(text) }
  }

/** WeChat hands over JSON as a value and everything else as text. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

export const storageOf = (kept: Map<string, unknown>) => ({
  getStorageInfoSync: () => ({ keys: [...kept.keys()], currentSize: kept.size, limitSize: 10_240 }),
  getStorageSync: (key: string) => kept.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => {
    kept.set(key, structuredClone(value))
  },
  removeStorageSync: (key: string) => {
    kept.delete(key)
  },
})
