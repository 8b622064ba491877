import { isMeant } from '../platform/finger'

interface Spot {
  readonly x?: number
  readonly y?: number
}

/** A tap as WeChat tells it; Vant hands on the one that it got, in an event of its own. */
interface Tapped {
  readonly detail?: Spot & { readonly detail?: Spot }
}

/** What a tap does, unless it is the second of a shaky finger. What does not say where it came is no finger. */
export const ifMeant =
  (act: () => void) =>
  ({ detail }: Tapped): void => {
    const { x, y } = detail?.detail ?? detail ?? {}
    if (x === undefined || y === undefined || isMeant({ atMs: Date.now(), x, y })) act()
  }
