/** What the phone says in English: for every table of words a twin. A package of its own, fetched when it is chosen. */
import type { Tables } from '../platform/language'
import { booking } from './booking'
import { bulletin } from './bulletin'
import { circle } from './circle'
import { identity } from './identity'
import { microproject } from './microproject'
import { platform } from './platform'
import { ui } from './ui'
import { volunteer } from './volunteer'
import { workbench } from './workbench'

export const english: Tables = {
  booking,
  bulletin,
  circle,
  identity,
  microproject,
  platform,
  ui,
  volunteer,
  workbench,
}
