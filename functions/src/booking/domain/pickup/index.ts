export { codeStateOf, isCodeReady, makeCode, withCode, wrongTry } from './code'
export { arrive, hasArrived, instruct, isFetched, isInstructed, isNoted, leave, noteCare } from './day'
export {
  correctFetcher,
  endFetcher,
  fetchersAt,
  isCorrected,
  isNamed,
  nameFetcher,
  setContact,
  whoIs,
} from './fetchers'
export type { ChildRecord, Fetching, HandoverRecord } from './record'
