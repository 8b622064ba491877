/** The built mini-program, page by page, against a running product, in both manners of reading. */
import type { Product } from '../../infra/local/product'
import { visits } from '../../infra/local/tour/visits'
import { words as identity } from '../src/identity/words'
import { readApp } from './mini-app'
import { type Names, namesOf } from './mini-names'
import { tick } from './mini-pages'
import { startPhone } from './mini-run'

/** Somebody who may open every page: a community worker lives here too. */
const PERSONA = 'osmanthus-worker'
const QUIET_MS = 120

/** One address of every page that the published app has. */
function addresses(): string[] {
  const { routes } = readApp()
  return routes.map(
    route => visits.find(({ address }) => address.slice(1).split('?')[0] === route)?.address ?? `/${route}`,
  )
}

export interface Heard extends Names {
  page: string
}

/** Opens every page, ordinary and in 长辈版, and asks what its controls are called. */
export async function hearEveryPage(product: Product): Promise<Heard[]> {
  const phone = await startPhone({ server: product.api, loginCode: () => product.loginCode(PERSONA) })
  const heard: Heard[] = []
  /** Until no further answer arrives. */
  const quiet = async () => {
    for (let seen = -1; seen !== phone.traffic.length; await tick(QUIET_MS)) seen = phone.traffic.length
  }
  const hear = async (manner: string) => {
    for (const address of addresses()) {
      await phone.reLaunch(address)
      await quiet()
      heard.push({ page: `${address} ${manner}`, ...namesOf(phone.all) })
    }
  }
  await hear('ordinary')
  await phone.switchTab('/identity/tab/index')
  await phone.tap(identity.large)
  await hear('elder')
  return heard
}
