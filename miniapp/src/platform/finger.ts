/** A shaky finger taps twice, and the second tap comes down on whatever stands there by then. */

export interface Touch {
  /** On any clock, as long as it is the same for every touch. */
  readonly atMs: number
  /** In CSS pixels, from the window's corner. */
  readonly x: number
  readonly y: number
}

/** A second tap that was not meant comes so soon after the first, and so near. */
const SOON_MS = 600
const NEAR_PX = 40

let scene = 0
let last: (Touch & { readonly scene: number }) | null = null

/** From now on something else may stand where the finger was: another page, or another question. */
export function changeScene(): void {
  scene += 1
}

/** Whether a tap was meant for what it hits: what a finger taps again and again, such as a step, stands where it stood. */
export function isMeant(touch: Touch): boolean {
  const isSecond =
    last !== null &&
    last.scene !== scene &&
    touch.atMs - last.atMs < SOON_MS &&
    Math.hypot(touch.x - last.x, touch.y - last.y) < NEAR_PX
  last = { ...touch, scene: isSecond && last ? last.scene : scene }
  return !isSecond
}
