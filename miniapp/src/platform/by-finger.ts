let last = false

document.addEventListener(
  'pointerdown',
  () => {
    last = true
  },
  true,
)
document.addEventListener(
  'keydown',
  () => {
    last = false
  },
  true,
)

/** Whether what was done last was done by finger or mouse; by key, or by an address, nothing was. */
export const byFinger = (): boolean => last
