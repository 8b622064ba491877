import type { Twin } from '../../platform/language'
import { count } from '../count'

export const sheetWords: Twin<typeof import('../../workbench/words')>['sheetWords'] = {
  title: 'Bookings and who came',
  link: 'Who comes today',
  open: 'Bookings by day, and who came',
  week: 'Which day',
  day: (weekday, day) => `${weekday} ${day}`,
  before: 'Week before',
  after: 'Week after',
  thisWeek: 'This week',
  none: 'Nothing is booked on this day',
  noneText: 'Choose another day above.',
  counts: (booked, came, absent) =>
    `${count(booked, 'booking')} · ${came} came${absent > 0 ? ` · ${absent} did not` : ''}`,
  asOf: clock => `As of ${clock}`,
  mark: name => `Has ${name} come?`,
  marks: { came: 'Came', absent: 'Did not', excused: 'Not counted' },
  marksText:
    'Tap “Came” when they arrive, “Not counted” when somebody is ill or had another reason. Without network it is kept and sent later.',
  marked: (name, mark) => `${name}: ${mark}`,
  kept: 'Kept on this device until there is a network',
  appeal: 'Read what they said',
  grades: {
    reminder: 'Did not come once lately',
    warning: 'Did not come twice lately',
    call: 'Often did not come: please call first',
  },
  server: name => `With ${name}`,
  offering: 'Service',
  weekTable: 'This week',
  cell: (booked, came) => (came > 0 ? `${booked} booked, ${came} came` : `${booked} booked`),
  used: 'How much was used this week',
  share: (booked, open) => (open > 0 ? `${Math.round((booked / open) * 100)}%` : 'Not open'),
  hours: (booked, open) => `${count(booked, 'hour')} booked of ${open} open`,
  usedText: 'Hours are counted by seat: two seats open for an hour are two hours.',
  take: 'Take this week’s list of who came',
  takeText: 'One Excel file, with nothing but who came. Everybody on it can see who took it.',
  file: (place, from) => `${place} - who came - ${from}`,
  heads: ['Date', 'Time', 'Service', 'Name', 'Number', 'Came'],
  door: 'Code for the door',
  doorOf: place => `Check-in: ${place}`,
  doorHow: 'Open your booking in Yike Linli, tap “I am here” and scan this code.',
  doorText:
    'The code changes every half minute, so a picture of it is of no use. Without a phone, give your number to the staff.',
  doorQr: place => `Check-in code of ${place}`,
}
