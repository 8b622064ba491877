import type { Twin } from '../../platform/language'
import * as cases from './case'
import { coverageWords } from './coverage'
import { offeringWords } from './offerings'
import { roleNames, words } from './page'
import { placeWords } from './places'
import { publishWords } from './publish'

export const workbench: Twin<typeof import('../../workbench/words')> = {
  ...cases,
  coverageWords,
  offeringWords,
  placeWords,
  publishWords,
  roleNames,
  words,
}
