const inBrowser = process.env.TARO_ENV === 'h5'

const CAN_HOLD = 'button:not([disabled]), input, textarea, select, [tabindex]'

/**
 * Moves the keyboard's focus to an element, or to the first thing in it that can hold it. After the next drawing, so
 * that what a decision has just brought onto the page is there. Phones have no such focus: nothing happens there.
 */
export function focusOn(id: string): void {
  if (!inBrowser) return
  requestAnimationFrame(() => {
    const element = document.getElementById(id)
    const target = element?.matches(CAN_HOLD) ? element : element?.querySelector<HTMLElement>(CAN_HOLD)
    target?.focus()
  })
}
