import type { Twin } from '../../platform/language'
import { affectedWords, outcomeWords } from './affected'
import { callerWords } from './caller'
import { callWords, numberWords } from './calls'
import * as cases from './case'
import { classWords } from './class'
import { coverageWords } from './coverage'
import { holidayWords } from './holidays'
import { offeringWords } from './offerings'
import { roleNames, words } from './page'
import { placeWords } from './places'
import { publishWords } from './publish'
import { rosterWords } from './roster'
import * as season from './season'
import { seriesCaseWords } from './series'
import { sheetWords } from './sheet'
import { staffWords } from './staff'
import { taskWords } from './task'
import { teamWords } from './team'

export const workbench: Twin<typeof import('../../workbench/words')> = {
  affectedWords,
  callerWords,
  callWords,
  numberWords,
  ...cases,
  classWords,
  coverageWords,
  holidayWords,
  offeringWords,
  outcomeWords,
  placeWords,
  publishWords,
  roleNames,
  rosterWords,
  ...season,
  seriesCaseWords,
  staffWords,
  sheetWords,
  taskWords,
  teamWords,
  words,
}
