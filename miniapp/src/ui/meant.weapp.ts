import { isMeant } from '../platform/finger'

interface Touches {
  /** In the window, however far the page is scrolled; `detail` would say where in the page. */
  readonly changedTouches?: readonly { readonly clientX: number; readonly clientY: number }[]
}

/** A tap as WeChat tells it; Vant hands on the one that it got, in an event of its own. */
export interface Tapped extends Touches {
  readonly detail?: Touches
}

/** What a tap does, unless it is the second of a shaky finger. What does not say where it came is no finger. */
export const ifMeant =
  (act: () => void) =>
  ({ changedTouches, detail }: Tapped): void => {
    const [touch] = changedTouches ?? detail?.changedTouches ?? []
    if (!touch || isMeant({ atMs: Date.now(), x: touch.clientX, y: touch.clientY })) act()
  }
