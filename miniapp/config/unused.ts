/** Attributes of `View` that no page of ours uses; each stands in the templates once per level. Build and phone must agree on them. */
export const unused = [
  ...['animation', 'bindAnimationStart', 'bindAnimationIteration', 'bindAnimationEnd', 'bindTransitionEnd'],
  ...['hover-stop-propagation', 'hover-start-time', 'hover-stay-time'],
]
