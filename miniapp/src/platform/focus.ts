const inBrowser = process.env.TARO_ENV === 'h5'

const CAN_HOLD = 'button:not([disabled]), input, textarea, select, [tabindex]'

/** What a decision has just brought onto the page is there after two drawings. */
const afterDrawing = (task: () => void): void => {
  requestAnimationFrame(() => requestAnimationFrame(task))
}

/**
 * Moves the keyboard's focus to an element, or to the first thing in it that can hold it.
 * Phones have no such focus: nothing happens there.
 */
export function focusOn(id: string): void {
  if (!inBrowser) return
  afterDrawing(() => {
    const element = document.getElementById(id)
    const target = element?.matches(CAN_HOLD) ? element : element?.querySelector<HTMLElement>(CAN_HOLD)
    target?.focus()
    // The whole question, not only its first answer.
    element?.scrollIntoView({ block: 'nearest' })
  })
}

/** Moves the focus to the first field in a form whose value is wrong. */
export function focusOnWrong(formId: string): void {
  if (!inBrowser) return
  afterDrawing(() => {
    document.getElementById(formId)?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  })
}
