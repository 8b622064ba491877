import type { ComponentType } from 'react'
import { useParams } from '../platform/route'
import { Incomplete } from './incomplete'
import { Screen } from './screen'
import { addressWords as words } from './words'

/** A page that is nothing without these values of its address: without one it says so, and leads home. */
export const needing = (names: readonly string[], Page: ComponentType) =>
  function Addressed() {
    const params = useParams()
    return names.every(name => params[name]) ? (
      <Page />
    ) : (
      <Screen title={words.title}>
        <Incomplete />
      </Screen>
    )
  }
