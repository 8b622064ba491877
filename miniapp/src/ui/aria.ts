import { controlWords as words } from './words'

interface Spoken {
  role?: string
  /** Of a heading, 1 to 6. */
  level?: 1 | 2 | 3
  label?: string
  selected?: boolean | undefined
  checked?: boolean | undefined
  pressed?: boolean | undefined
  expanded?: boolean
  disabled?: boolean
  busy?: boolean
  hidden?: boolean
  required?: boolean | undefined
  live?: 'polite' | 'assertive'
  modal?: boolean
  /** Of a way: it leads to this very page, or to the part that this page is of. */
  current?: 'page' | 'true' | undefined
}

const flag = (value: boolean | undefined): 'true' | 'false' | undefined =>
  value === undefined ? undefined : value ? 'true' : 'false'

// WeChat calls the role `aria-role`; browsers call it `role`. And it knows no `aria-required`: there the label says it.
const wechat = process.env.TARO_ENV === 'weapp'
const roleName = wechat ? 'aria-role' : 'role'

/** What a screen reader learns about a view: `<View {...aria({ role: 'tab', selected })}>`. */
export const aria = ({
  role,
  level,
  label,
  selected,
  checked,
  pressed,
  expanded,
  disabled,
  busy,
  hidden,
  required,
  live,
  modal,
  current,
}: Spoken) => ({
  [roleName]: role,
  'aria-label': wechat && required ? words.labelRequired(label ?? '') : label,
  'aria-level': level,
  'aria-selected': flag(selected),
  'aria-checked': flag(checked),
  'aria-pressed': flag(pressed),
  'aria-expanded': flag(expanded),
  'aria-disabled': flag(disabled),
  'aria-busy': flag(busy),
  'aria-hidden': flag(hidden),
  'aria-required': wechat ? undefined : flag(required),
  'aria-live': live,
  'aria-modal': flag(modal),
  'aria-current': wechat ? undefined : current,
})

/** Roles whose state is called checked; of all others it is called selected. */
const checkable = new Set(['radio', 'menuitemradio', 'checkbox', 'switch'])

/** How a screen reader is told that something is on: a radio or a switch is checked, a tab selected, a button pressed. */
export function chosen(role: string, on: boolean | undefined) {
  if (checkable.has(role)) return { checked: on }
  return role === 'button' ? { pressed: on } : { selected: on }
}
