import type { Me } from '@yike/shared/identity/schema'
import type { ComponentType } from 'react'
import { useMe } from '../platform/session'
import { Loaded, Screen } from '../ui'
import { Newcomer } from './newcomer'
import { useFreshMe } from './use-identity'

/** Asks who I am, which signs in: the first page that a phone opens may be any, from a card that was passed on. */
export const Entering = () => <Loaded query={useFreshMe()}>{() => null}</Loaded>

interface Neighbourhood {
  readonly title?: () => string
  /** Why it asks where somebody lives. */
  readonly why: () => string
  /** What it goes by; left out, the community. */
  readonly from?: (me: Me) => unknown
}

/** A page of a neighbourhood: signs in who has not been, and asks who has said none where they live. */
export const neighbours = (
  { title, why, from = ({ community }) => community }: Neighbourhood,
  Page: ComponentType,
) =>
  function Neighbours() {
    const me = useMe()
    if (me && from(me)) return <Page />
    return <Screen title={title?.()}>{me ? <Newcomer why={why()} /> : <Entering />}</Screen>
  }
