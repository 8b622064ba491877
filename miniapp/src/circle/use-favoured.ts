import type { PlaceDetail } from '@yike/shared/circle/schema'
import { useState } from 'react'
import { useFavour } from './use-circle'

/** To find a place again under 收藏的: whether it is there, and the way in and out. */
export function useFavoured({ placeId, favourite }: PlaceDetail) {
  const [on, setOn] = useState(favourite)
  const { busy, problem, send } = useFavour()
  return {
    on,
    busy,
    problem,
    async turn() {
      const done = await send({ placeId, favourite: !on })
      if (done) setOn(done.favourite)
    },
  }
}
