/** Drawings stay under five a second, as WeChat's guide asks, with one to spare for what the person does. */
const APART_MS = 250

let lastMs = 0
const waiting: (() => void)[] = []

/**
 * Answers that come close together are drawn together: the first at once, those right after it in one go. Resolves when
 * it is drawn.
 */
export function together(draw: () => void): Promise<void> {
  const sinceMs = Date.now() - lastMs
  if (waiting.length === 0 && sinceMs >= APART_MS) {
    lastMs = Date.now()
    draw()
    return Promise.resolve()
  }
  if (waiting.length === 0)
    setTimeout(() => {
      lastMs = Date.now()
      for (const one of waiting.splice(0)) one()
    }, APART_MS - sinceMs)
  return new Promise(drawn =>
    waiting.push(() => {
      draw()
      drawn()
    }),
  )
}
