/** Puts what was read into the directory. */
export { loadNetwork, markPrepared, saveNetwork } from './network'
export { type SourceField, savePlaces } from './places'
