import { z } from './zod'

/** What a refused person can do next; the phone turns each into a button. */
export const NextAction = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('book'),
    label: z.string(),
    placeId: z.string(),
    offeringId: z.string(),
    startAt: z.string(),
    /** Absent: as long as the shortest. */
    endAt: z.optional(z.string()),
  }),
  z.object({ do: z.literal('call'), label: z.string(), phone: z.string() }),
  z.object({ do: z.literal('open'), label: z.string(), page: z.string() }),
  z.object({ do: z.literal('retry'), label: z.string() }),
  /** Puts this into the form, as the input wants it; it is sent by whoever looked at it. */
  z.object({ do: z.literal('fill'), label: z.string(), fields: z.record(z.string(), z.string()) }),
])
export type NextAction = z.output<typeof NextAction>

/** RFC 9457 problem details as they travel (`application/problem+json`). */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  requestId: z.string(),
  /** What holds of this very case, where the title only names the rule. */
  detail: z.optional(z.string()),
  /** What the detail says, for whoever reads another language or acts on it: the code says which there are. */
  facts: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
  fields: z.optional(z.record(z.string(), z.string())),
  next: z.optional(z.array(NextAction)),
})
export type Problem = z.output<typeof Problem>

export type ProblemStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 429 | 500 | 503

/** What a code means: its HTTP status and its sentence in plain Chinese, which says what to do. */
export interface ErrorSpec {
  readonly status: ProblemStatus
  readonly title: string
  /**
   * The best things to do now, best first, where the handler knows nothing better. In the address of a page `:name`
   * stands for that field of the input.
   */
  readonly next?: readonly NextAction[]
  /** The same for somebody who acts as staff, if it differs. */
  readonly staffNext?: readonly NextAction[]
}

export type ErrorTable = Readonly<Record<string, ErrorSpec>>

/** What was sent is put right first; the same again would be refused again. */
const mended: readonly NextAction[] = [{ do: 'retry', label: '改好再提交' }]

const isFault = ({ status }: ErrorSpec): boolean => status === 400 || status === 413 || status === 415

/** What a code's table says to do next, for one call of an endpoint. */
export const nextOf = (
  spec: ErrorSpec,
  { access }: { readonly access: 'anyone' | readonly string[] },
  input: Readonly<Record<string, unknown>>,
): NextAction[] => {
  const { next = isFault(spec) ? mended : [], staffNext = next } = spec
  return (access === 'anyone' || access.includes('resident') ? next : staffNext).map(action =>
    action.do === 'open'
      ? {
          ...action,
          page: action.page.replace(/:(\w+)/g, (_, name) => encodeURIComponent(String(input[name] ?? ''))),
        }
      : action,
  )
}

const again: readonly NextAction[] = [{ do: 'retry', label: '再试一次' }]
/** As a new intent, under a key of its own. */
const anew: readonly NextAction[] = [{ do: 'retry', label: '重新提交' }]
const home: readonly NextAction[] = [{ do: 'open', label: '回首页', page: '/circle/tab/index' }]

/** Refusals that any endpoint may give; a contract does not list them. */
export const requestErrors = {
  'request.malformed': { status: 400, title: '内容没看懂，请检查标出的地方再试。' },
  'request.too_large': { status: 413, title: '内容太大了，请删减一些再提交。' },
  'request.media_type': { status: 415, title: '请用 JSON 格式提交。' },
  'request.key_missing': {
    status: 400,
    title: '这次提交缺少防重编号，请返回上一页重新提交。',
    next: anew,
  },
  'request.key_reused': {
    status: 409,
    title: '这次提交和上次的内容不一样，请返回上一页重新提交。',
    next: anew,
  },
  'request.unauthenticated': {
    status: 401,
    title: '登录已过期，请重新进入。',
    next: [{ do: 'retry', label: '重新进入' }],
  },
  'request.forbidden': {
    status: 403,
    title: '您没有办理这件事的权限，可以请社区工作者帮忙。',
    next: [{ do: 'open', label: '看看我的身份', page: '/identity/tab/index' }],
  },
  'request.not_found': { status: 404, title: '没有找到，可能已被撤回或不属于您。', next: home },
  'request.no_such_route': { status: 404, title: '没有这个地址，请更新到最新版本。', next: home },
  'request.wrong_method': { status: 405, title: '这个地址不能这样用，请更新到最新版本。', next: home },
  'request.busy': { status: 429, title: '现在办理的人多，请过几秒再点一次。', next: again },
  'request.internal': { status: 500, title: '系统出了问题，您的内容没有丢，请稍后再试。', next: again },
} as const satisfies ErrorTable

export type RequestCode = keyof typeof requestErrors
