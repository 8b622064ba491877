/** The pages of a repeat booking: how often, every date, and what was booked together. */
import { addDays, addMinutes, instantAt, instantOf, localDate } from '@yike/shared/kernel/time'
import { demoId } from '../../../../functions/src/demo/street'
import { offering, RESIDENT, type Visit, VOLUNTEER, WORKER } from './acts'

/** Tomorrow at ten: the address of a walk is of the day on which it is walked. */
const ten = instantAt(addDays(localDate(instantOf(Date.now())), 1), 10 * 60)
const court = `${offering('桂花里羽毛球馆', '羽毛球场')}&startAt=${ten}&endAt=${addMinutes(ten, 60)}`
const page = `/booking/pages/repeat?${court}`

const caseAddress = `/workbench/pages/case?kind=booking&caseId=${demoId('booking', 'series/choir/0')}`

export const repeated: readonly Visit[] = [
  { name: 'repeat', who: VOLUNTEER, address: page },
  { name: 'repeat-dates', who: VOLUNTEER, address: `${page}&every=weekly&times=4` },
  {
    name: 'series',
    who: RESIDENT,
    address: `/booking/pages/series?seriesId=${demoId('series', 'painting')}`,
  },
  {
    name: 'case-series',
    who: WORKER,
    address: caseAddress,
  },
  {
    name: 'case-certificate',
    who: WORKER,
    address: caseAddress,
    act: ({ press }) => press('残疾人证登记'),
  },
]
