interface Spoken {
  role?: string
  /** Of a heading, 1 to 6. */
  level?: 1 | 2 | 3
  label?: string
  selected?: boolean
  checked?: boolean
  expanded?: boolean
  disabled?: boolean
  busy?: boolean
  hidden?: boolean
  live?: 'polite' | 'assertive'
  modal?: boolean
}

const flag = (value: boolean | undefined): 'true' | 'false' | undefined =>
  value === undefined ? undefined : value ? 'true' : 'false'

// WeChat calls the role `aria-role`; browsers call it `role`.
const roleName = process.env.TARO_ENV === 'weapp' ? 'aria-role' : 'role'

/** What a screen reader learns about a view: `<View {...aria({ role: 'tab', selected })}>`. */
export const aria = ({
  role,
  level,
  label,
  selected,
  checked,
  expanded,
  disabled,
  busy,
  hidden,
  live,
  modal,
}: Spoken) => ({
  [roleName]: role,
  'aria-label': label,
  'aria-level': level,
  'aria-selected': flag(selected),
  'aria-checked': flag(checked),
  'aria-expanded': flag(expanded),
  'aria-disabled': flag(disabled),
  'aria-busy': flag(busy),
  'aria-hidden': flag(hidden),
  'aria-live': live,
  'aria-modal': flag(modal),
})
