/** Refusals as RFC 9457 problems. */
import type { Endpoint } from '@yike/shared/kernel/contract'
import { type ErrorSpec, nextOf, type Problem } from '@yike/shared/kernel/problem'
import type { Refusal } from '@yike/shared/kernel/result'

/** What was asked of us: of no endpoint, or with an input that is none, as far as it came. */
export interface Asked {
  readonly access: Endpoint['access']
  readonly input: Readonly<Record<string, unknown>>
}

export const problemOf = (
  refusal: Refusal,
  table: Readonly<Record<string, ErrorSpec>>,
  requestId: string,
  asked: Asked,
) => {
  const { code, detail, facts, fields } = refusal
  const spec = table[code]
  if (!spec) throw new Error(`no text for ${code}`)
  const { title, status } = spec
  const next = refusal.next?.length ? refusal.next : nextOf(spec, asked, asked.input)
  const problem: Problem = {
    ...{ type: `/problems/${code}`, title, status, code, requestId },
    ...(detail && { detail }),
    ...(facts && { facts }),
    ...(fields && { fields }),
    ...(next.length > 0 && { next: [...next] }),
  }
  return { problem, spec }
}

/** What is wrong with each field, in a word. */
export const fieldsOf = (
  issues: readonly { code: string; path: readonly PropertyKey[] }[],
): Record<string, string> =>
  Object.fromEntries(
    issues
      .slice(0, 20)
      .map(issue => [issue.path.join('.').slice(0, 80) || '(全部)', fieldHint[issue.code] ?? '填写不对']),
  )

const fieldHint: Readonly<Record<string, string>> = {
  invalid_type: '没填或类型不对',
  too_big: '太长或太大',
  too_small: '太短或太小',
  invalid_format: '格式不对',
  invalid_value: '不在可选范围里',
  unrecognized_keys: '有多余的内容',
}
