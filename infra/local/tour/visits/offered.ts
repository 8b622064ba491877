/** What an offering asks of who books it; what can be booked, as staff keep it up; and a place that is about to close. */
import { badminton, firstSlot, offering, placeId, RESIDENT, type Visit, VOLUNTEER, WORKER } from './acts'

export const offered: readonly Visit[] = [
  {
    name: 'confirm-papers',
    who: RESIDENT,
    address: `/booking/pages/choose?${offering('桂花里便民服务站', '高龄津贴申领')}`,
    act: firstSlot,
    page: 'booking/pages/confirm',
  },
  {
    name: 'confirm-longer',
    who: VOLUNTEER,
    address: badminton,
    act: firstSlot,
    page: 'booking/pages/confirm',
  },
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
