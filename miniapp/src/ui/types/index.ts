/** Props of every control; its twins for WeChat and for the browser share them. */
export type { IconName } from '../icon-names'
export type * from './choices'
export type * from './controls'
export type * from './signs'
