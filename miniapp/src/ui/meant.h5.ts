import type { MouseEvent } from 'react'
import { isMeant } from '../platform/finger'

/**
 * What a tap does, unless it is the second of a shaky finger. The browser says when it came, so that it counts as soon
 * even where the page was busy; a key that presses is no finger.
 */
export const ifMeant =
  (act: () => void) =>
  ({ detail, timeStamp: atMs, clientX: x, clientY: y }: MouseEvent): void => {
    if (detail === 0 || isMeant({ atMs, x, y })) act()
  }
