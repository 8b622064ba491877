import type { ComponentType } from 'react'
import { useMe } from '../platform/session'
import { Loaded, Screen } from '../ui'
import { Newcomer } from './newcomer'
import { useFreshMe } from './use-identity'

/** Asks who I am, which signs in: the first page that a phone opens may be any, from a card that was passed on. */
export const Entering = () => <Loaded query={useFreshMe()}>{() => null}</Loaded>

/** A page of somebody's community: signs in who has not been, and asks who has said none where they live. */
export const neighbours = (why: () => string, Page: ComponentType) =>
  function Neighbours() {
    const me = useMe()
    if (me?.community) return <Page />
    return <Screen>{me ? <Newcomer why={why()} /> : <Entering />}</Screen>
  }
