import type { Me, Position } from '@yike/shared/identity/schema'
import { useRef, useState } from 'react'
import { chooseOnMap, whereAmI } from '../platform/geo'
import { session } from '../platform/session'
import { doorstep, useSetHome } from './use-identity'
import { words } from './words'

export const LABEL_LONGEST = 60

/** How somebody says where their home is. */
export type Way = 'keep' | 'here' | 'map' | 'center'

/** A home that is being chosen: where it is and what it is called, until it is kept. */
export function useHome(me: Me, onKept: () => void) {
  const from = doorstep(me)
  const [label, setLabel] = useState(me.home?.label ?? words.myHome)
  const [way, setWay] = useState<Way | null>(me.home ? 'keep' : null)
  const [position, setPosition] = useState<Position | null>(me.home)
  const [refused, setRefused] = useState(false)
  const saving = useSetHome()
  // An answer of the phone that comes after another choice was made is none.
  const choices = useRef(0)

  const settle = (on: Way | null, at: Position | null) => {
    setWay(on)
    setPosition(at)
    return at
  }
  return {
    label,
    setLabel,
    way,
    position,
    /** The phone would not say where it is. */
    refused,
    saving,
    /** Resolves with the position; null: there is none. */
    async choose(chosen: Way): Promise<Position | null> {
      choices.current += 1
      const { current: nth } = choices
      setRefused(false)
      if (chosen === 'keep') return settle(chosen, me.home)
      if (chosen === 'center') return settle(chosen, me.community?.center ?? null)
      settle(chosen, null)
      if (chosen === 'map') {
        const point = await chooseOnMap(from ?? { lng: 0, lat: 0 })
        if (nth !== choices.current) return null
        if (point?.name && label === words.myHome) setLabel(point.name)
        return settle(point && chosen, point && { lng: point.lng, lat: point.lat })
      }
      const { from: source, lng, lat } = await whereAmI(from ?? { lng: 0, lat: 0 })
      if (nth !== choices.current) return null
      if (source === 'here') return settle(chosen, { lng, lat })
      setRefused(true)
      return settle(null, null)
    },
    /** Typed instead of chosen. */
    type(typed: Position | null): void {
      choices.current += 1
      settle(null, typed)
    },
    async save(called: string) {
      if (!position) return
      const fresh = await saving.send({ label: called.trim(), lng: position.lng, lat: position.lat })
      if (!fresh) return
      session.refreshMe(fresh)
      onKept()
    },
  }
}
