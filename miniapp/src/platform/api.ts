import { type Api, api as contract, type SliceName } from '@yike/shared/api'
import { type CodeOf, type Endpoint, pathNames } from '@yike/shared/kernel/contract'
import type { z } from '@yike/shared/kernel/zod'
import { type Answer, malformed, notFound, offline, problemOf } from './answer'
import { cache } from './cache'
import { type DeskKey, deskKey } from './desk'
import { session } from './session'
import { silentCode } from './sign-in'
import { exchange, type Reply, type Wire } from './transport'
import { words } from './words'

type Outcome<E extends Endpoint> = Promise<Answer<z.output<E['output']>, CodeOf<E>>>

/** A keyed endpoint wants the key of the intent as well: see `useSend`. */
type Call<E extends Endpoint> = E extends { readonly keyed: true }
  ? (input: z.input<E['input']>, key: string) => Outcome<E>
  : (input: z.input<E['input']>) => Outcome<E>

export type Client = {
  readonly [S in SliceName]: {
    readonly [V in keyof Api[S]['endpoints']]: Call<Extract<Api[S]['endpoints'][V], Endpoint>>
  }
}

type Sent = Omit<Wire, 'token' | 'key'>

const query = (values: Record<string, unknown>): string => {
  const pairs = Object.entries(values).filter(([, value]) => value !== undefined)
  if (pairs.length === 0) return ''
  return `?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')}`
}

/** Input to wire: names in the path go there, the rest into the query or the body. */
function wireOf({ method, path }: Endpoint, input: Record<string, unknown>): Sent {
  const rest = { ...input }
  let target: string = path
  for (const name of pathNames(path)) {
    target = target.replace(`:${name}`, encodeURIComponent(String(rest[name])))
    delete rest[name]
  }
  return method === 'GET' ? { method, target: target + query(rest) } : { method, target, body: rest }
}

/** Exchanges a login code for a session of ours and keeps it on this phone. */
export async function signInWith(code: string): Outcome<Api['identity']['endpoints']['signIn']> {
  const answer = await api.identity.signIn({ code })
  if (answer.ok) session.keep(answer.value)
  return answer
}

const inBrowser = process.env.TARO_ENV === 'h5'

/** A desk asks for a new token as long as its session lasts; once it was ended, the desk forgets everything of whoever was there. */
async function renew(desk: DeskKey): Promise<boolean> {
  const renewed = await api.identity.renewDesk(desk)
  if (renewed.ok) session.keep(renewed.value)
  else if (renewed.problem.status === 404) session.leave()
  return renewed.ok
}

let signingIn: Promise<boolean> | null = null

/** Signs in without asking, as WeChat allows; calls that arrive meanwhile wait for the same one. */
const signInSilently = (): Promise<boolean> => {
  signingIn ??= (async () => {
    const desk = inBrowser ? deskKey.read() : null
    if (desk) return renew(desk)
    const code = await silentCode()
    if (!code) return false
    return (await signInWith(code)).ok
  })().finally(() => {
    signingIn = null
  })
  return signingIn
}

/** Sends with my token; where there is none or it has expired, signs in once and sends again. */
async function sendAsMe(sent: Sent, key?: string): Promise<Reply | null> {
  if (!session.token()) await signInSilently()
  const first = await exchange({ ...sent, token: session.token(), key })
  if (first?.status !== 401) return first
  if (await signInSilently()) return exchange({ ...sent, token: session.token(), key })
  session.end()
  return first
}

/** What is left of an endpoint in the mini-program: see `config/contract.cjs`. */
type Sendable = Omit<Endpoint, 'input'> & { readonly input?: Endpoint['input'] }

/** What cannot be right is said before it is sent; of what only staff ask, the mini-program lets the server say it. */
function checked({ input: form, path }: Sendable, input: unknown): Answer<Record<string, unknown>> {
  const read = form?.safeParse(input)
  if (!read) return { ok: true, value: input as Record<string, unknown> }
  if (read.success) return { ok: true, value: read.data as Record<string, unknown> }
  const { issues } = read.error
  const inPath = pathNames(path)
  // An address that somebody cut short or mistyped: there is no such thing.
  if (issues.some(({ path: [name] }) => inPath.includes(String(name))))
    return { ok: false, problem: notFound() }
  return {
    ok: false,
    problem: malformed(Object.fromEntries(issues.map(one => [one.path.join('.'), words.checkField]))),
  }
}

const callOf =
  (slice: string) =>
  (endpoint: Endpoint) =>
  async (input: unknown, key?: string): Promise<Answer<unknown>> => {
    const asked = checked(endpoint, input)
    if (!asked.ok) return asked
    const sent = wireOf(endpoint, asked.value)
    const reply =
      endpoint.access === 'anyone' ? await exchange({ ...sent, token: null, key }) : await sendAsMe(sent, key)
    if (!reply) return { ok: false, problem: offline() }
    if (reply.status < 200 || reply.status >= 300) return { ok: false, problem: problemOf(reply) }
    if (endpoint.method !== 'GET' && !endpoint.reads && endpoint.access !== 'anyone') cache.changed(slice)
    return { ok: true, value: reply.body }
  }

const mapValues = <T, U>(
  object: Readonly<Record<string, T>>,
  change: (value: T, name: string) => U,
): Record<string, U> =>
  Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value, name)]))

/** The whole API as functions: `api.booking.place(input, key)`. Built from the contract; never throws for what can be expected. */
export const api = mapValues(contract, (slice, name) =>
  mapValues<Endpoint, unknown>(slice.endpoints, callOf(name)),
) as unknown as Client
