/** Puts what was read into the directory. */
export { loadNetwork, markPrepared, saveNetwork } from './network'
export { saveOfferings } from './offerings'
export { type SourceField, savePlaces } from './places'
