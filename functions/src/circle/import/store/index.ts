/** Puts what was read into the directory. */
export { loadNetwork, saveNetwork } from './network'
export { type SourceField, savePlaces } from './places'
