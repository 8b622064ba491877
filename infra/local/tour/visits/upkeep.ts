/** What can be booked, as staff keep it up; and a place that is about to close. */
import { offering, placeId, type Visit, WORKER } from './acts'

export const upkeep: readonly Visit[] = [
  {
    name: 'offerings',
    who: WORKER,
    address: `/workbench/pages/offerings?placeId=${placeId('桂花里书画室')}`,
  },
  {
    name: 'offering',
    who: WORKER,
    address: `/workbench/pages/offerings?${offering('桂花里羽毛球馆', '羽毛球场')}`,
  },
  {
    name: 'offering-new',
    who: WORKER,
    address: `/workbench/pages/offerings?placeId=${placeId('桂花里托育园')}&offeringId=new`,
  },
  {
    name: 'place-close',
    who: WORKER,
    address: `/workbench/pages/place?placeId=${placeId('桂花里书画室')}`,
    act: ({ press }) => press('停用这处场所'),
  },
]
