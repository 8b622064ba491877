import type { Board } from './use-workbench'

/** No phone is as wide as a desk. */
export const Desk = (_: { board: Board }) => null
