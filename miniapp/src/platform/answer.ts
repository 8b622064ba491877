import { Problem, requestErrors } from '@yike/shared/kernel/problem'
import type { Reply } from './transport'
import { refusalWords, words } from './words'

/** Codes that only the phone can give. */
export type PhoneCode = 'network.offline'

/** What a call comes back with: the value, or a problem whose title can be shown as it stands. */
export type Answer<T, Code extends string = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem & { readonly code: Code | PhoneCode } }

const blank = { type: 'about:blank', requestId: '' }

/** Nobody answered: the intent may or may not have arrived, so a retry must carry the same key. */
export const offline = (): Problem & { code: PhoneCode } => ({
  ...blank,
  code: 'network.offline',
  title: words.offline,
  status: 0,
})

export const malformed = (fields: Record<string, string>): Problem & { code: 'request.malformed' } => ({
  ...refusalWords.say({
    ...blank,
    ...requestErrors['request.malformed'],
    code: 'request.malformed',
    fields,
  }),
  code: 'request.malformed',
})

export const notFound = (): Problem & { code: 'request.not_found' } => {
  const { status, title, next } = requestErrors['request.not_found']
  return {
    ...refusalWords.say({ ...blank, code: 'request.not_found', status, title, next: [...next] }),
    code: 'request.not_found',
  }
}

/** The page by which one enters the sandbox; null in production. */
export const doorPage = SANDBOX ? '/identity/pages/enter' : null

/** In the sandbox a person who is not signed in is shown the door to enter by. */
const door = () => (doorPage ? [{ do: 'open', label: words.enter, page: doorPage } as const] : undefined)

/** The problem that a reply carries; a gateway's own error page counts as an inner failure. */
export function problemOf(reply: Reply): Problem {
  const read = Problem.safeParse(reply.body)
  if (!read.success) {
    const { status, title, next } = requestErrors['request.internal']
    return refusalWords.say({ ...blank, code: 'request.internal', status, title, next: [...next] })
  }
  if (reply.status === 401 && doorPage) return { ...refusalWords.say(read.data), next: door() }
  return refusalWords.say(read.data)
}
