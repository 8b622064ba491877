/** Puts what was read into the directory. */
export { clashAt, loadNetwork, markPrepared, saveNetwork } from './network'
export { saveOfferings } from './offerings'
export { type SourceField, savePlaces } from './places'
