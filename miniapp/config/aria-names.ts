const state = {
  'aria-role': '',
  'aria-label': '',
  'aria-selected': '',
  'aria-checked': '',
  'aria-expanded': '',
  'aria-disabled': '',
  'aria-busy': '',
  'aria-hidden': '',
  'aria-live': '',
  'aria-modal': '',
}

/** Accessibility attributes that WeChat reads, per Taro component. Build and phone must agree on them. */
export const spoken = { View: state, Image: { 'aria-role': '', 'aria-label': '', 'aria-hidden': '' } }
