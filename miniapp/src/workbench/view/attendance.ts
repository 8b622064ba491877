/** The list of who came, as rows of a workbook. */
import type { Attendance } from '@yike/shared/booking/schema/presence'
import { clockOf, localDate } from '@yike/shared/kernel/time'
import { stateWords } from '../../booking/words'
import { spokenHours } from '../../platform/spoken'
import { sheetWords as words } from '../words'

export const attendanceRows = ({ lines }: Attendance): string[][] => [
  [...words.heads],
  ...lines.map(({ startAt, endAt, offeringName, forName, number, state, arrivedAt, leftAt }) => [
    localDate(startAt),
    spokenHours(startAt, endAt),
    offeringName,
    forName,
    number,
    stateWords[state].word,
    arrivedAt ? clockOf(arrivedAt) : '',
    leftAt ? clockOf(leftAt) : '',
  ]),
]
