import Taro, { useDidShow, useRouter } from '@tarojs/taro'
import { changeScene } from './finger'
import { ifPossible } from './runtime'

export type Params = Readonly<Record<string, string | undefined>>

/** Address of a page: `pageUrl('/circle/pages/place', { placeId })`. Absent values stay out. */
export function pageUrl(page: string, params: Params = {}): string {
  const pairs = Object.entries(params).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  return pairs.length === 0 ? page : `${page}?${pairs.join('&')}`
}

const isTab = (page: string): boolean => page.includes('/tab/')

/** A page that has not come within this time is asked for anew. */
const PATIENCE_MS = 5_000
const none = { url: '', since: 0 }
let opening = none

/** WeChat keeps no more on top of each other. */
const MOST_PAGES = 10

/**
 * Goes to a page, on top of this one, or in its place where no more fit; a tab is switched to. A shaky finger taps twice:
 * the page comes once.
 */
export function open(page: string, params: Params = {}): void {
  const url = pageUrl(page, params)
  const since = Date.now()
  if (url === whereNow() || (url === opening.url && since - opening.since < PATIENCE_MS)) return
  opening = { url, since }
  ifPossible(async () => {
    try {
      if (isTab(page)) await Taro.switchTab({ url: page })
      else if (Taro.getCurrentPages().length < MOST_PAGES) await Taro.navigateTo({ url })
      else await Taro.redirectTo({ url })
    } catch {
      opening = none
    }
  })
}

let arrivals = 0

/** On every page: once one has come up, none is on its way. */
export const useArrival = (): void =>
  useDidShow(() => {
    opening = none
    leavingSince = 0
    arrivals += 1
    changeScene()
  })

/** Whether nothing was shown yet but this page, since the app started. */
export const isFirstPage = (): boolean => arrivals <= 1

/** Goes to a page in place of this one: there is no way back to what is done. */
export function openInstead(page: string, params: Params = {}): void {
  ifPossible(() => Taro.redirectTo({ url: pageUrl(page, params) }))
}

/** Goes to a page and forgets every page before it. */
export async function startOver(page: string): Promise<void> {
  await Taro.reLaunch({ url: page })
}

/** Goes to a page; where it is this very page with other values, in its place. WeChat keeps ten pages at most. */
export function openOver(page: string, params: Params = {}): void {
  const here = Taro.getCurrentPages().at(-1)?.route ?? ''
  const [path = ''] = page.slice(1).split('?')
  if (!isTab(page) && here.includes(path)) openInstead(page, params)
  else open(page, params)
}

export const HOME = '/circle/tab/index'

/** The address of this page with its values, without what Taro adds to them. */
export function whereNow(): string {
  const { path = HOME, params = {} } = Taro.getCurrentInstance().router ?? {}
  const [page = ''] = path.split('?')
  const own = Object.entries(params).filter(([name]) => !/^(\$|stamp$)/.test(name))
  return pageUrl(
    `/${page.replace(/^\//, '')}`,
    Object.fromEntries(own.map(([name, value]) => [name, value && decoded(value)])),
  )
}

/** Home, and forgets every page before it. */
export const goHome = (): Promise<void> => startOver(HOME)

/** Whether a page is this very one, whatever its values. */
export function useIsAt(): (page: string) => boolean {
  const { path } = useRouter()
  return page => path.includes((page.split('?')[0] ?? '').slice(1))
}

/** Whether this page is the first tab. */
export const useAtHome = (): boolean => useIsAt()(HOME)

let leavingSince = 0

function goBackBy(pages: number): void {
  const at = Date.now()
  // A clock may be put back.
  if (Math.abs(at - leavingSince) < PATIENCE_MS) return
  leavingSince = at
  ifPossible(() =>
    Taro.getCurrentPages().length > pages
      ? Taro.navigateBack({ delta: pages })
      : Taro.switchTab({ url: HOME }),
  )
}

/** Back to where one came from, once however often a finger taps until that is there; opened by its address, a page leads home. */
export const goBack = (): void => goBackBy(1)

/** Back to where a form was begun, each of whose questions is a page upon the other. */
export function leaveForm(): void {
  const pages = Taro.getCurrentPages().map(({ route = '' }) => route.split('?')[0])
  const begun = pages.reverse().findIndex(page => page !== pages[0])
  goBackBy(begun < 0 ? pages.length : begun)
}

/**
 * WeChat hands values over as they stand in the address, and so does Taro in a browser: each is decoded once, here. Half
 * a percent sign is nobody's value: it stays as it is, and names nothing.
 */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/** Units stand last in a name: it holds an instant or a date, and what is not would be counted with. */
const isNoTime = (name: string, value: string): boolean => {
  const form = /At$/.test(name) ? /^\d{4}-\d\d-\d\dT/ : /^on$|On$/.test(name) && /^\d{4}-\d\d-\d\d$/
  return form && !(form.test(value) && Date.parse(value) > 0)
}

/** An id is two letters and a ULID: anything else names nothing that there could be. */
const isNoId = (name: string, value: string): boolean =>
  name.endsWith('Id') && !/^[a-z]{2}_[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(value)

/** What the address of this page says, by name. */
function useSaid(): { name: string; value: string; isWrong: boolean }[] {
  return Object.entries(useRouter().params).flatMap(([name, said]) => {
    if (said === undefined) return []
    const value = decoded(said)
    return [{ name, value, isWrong: value !== '' && (isNoTime(name, value) || isNoId(name, value)) }]
  })
}

/** What the page was opened with. */
export const useParams = (): Params =>
  Object.fromEntries(
    useSaid()
      .filter(({ isWrong }) => !isWrong)
      .map(({ name, value }) => [name, value]),
  )

/** Whether the address of this page names something by what can be no name. */
export const useIsBroken = (): boolean => useSaid().some(({ isWrong }) => isWrong)
