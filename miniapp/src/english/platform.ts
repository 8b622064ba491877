import type { LocalDate } from '@yike/shared/kernel/time'
import type { Twin } from '../platform/language'
import { count, long, within } from './count'
import { months } from './months'
import { say } from './refusals'

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const near: Readonly<Record<number, string>> = { [-1]: 'Yesterday', 0: 'Today', 1: 'Tomorrow' }

const weekday = (day: number): string => weekdays[day] ?? ''
/** Yesterday · Today · Tomorrow · Thu 26 Nov */
const day = (on: LocalDate, ahead: number, ofWeek: number): string =>
  near[ahead] ?? `${weekday(ofWeek)} ${Number(on.slice(8))} ${months[Number(on.slice(5, 7)) - 1]}`

const farDay = (on: LocalDate): string =>
  `${Number(on.slice(8))} ${months[Number(on.slice(5, 7)) - 1]} ${on.slice(0, 4)}`

export const platform: Twin<typeof import('../platform/words')> = {
  words: {
    offline: 'No connection. Check your signal and try again.',
    enter: 'Sign in',
    checkField: 'Check this entry',
    tooOld:
      'This waited two days without being sent and was dropped. See how things stand, then send it again.',
    until: ' to ',
    mainPages: 'Main pages',
    tabs: ['Home', 'Bookings', 'Volunteer', 'Me'],
    titles: {
      'circle/tab/index': 'Yike Linli',
      'circle/pages/list': 'Near you',
      'circle/pages/map': 'A quarter of an hour on foot',
      'circle/pages/place': 'Place',
      'booking/tab/index': 'My bookings',
      'booking/pages/ask': 'What to book',
      'booking/pages/later': 'What comes after it',
      'booking/pages/choose': 'Choose a time',
      'booking/pages/confirm': 'Who is it for',
      'booking/pages/ticket': 'Booking',
      'booking/pages/wait': 'Waiting list',
      'booking/pages/repeat': 'Repeat booking',
      'booking/pages/series': 'Booked together',
      'booking/pages/pickup': 'Pick-up',
      'booking/pages/family': 'Family bookings',
      'booking/pages/team': 'Team bookings',
      'booking/pages/seasons': 'Draws for a season',
      'booking/pages/season': 'Draw for a season',
      'booking/pages/draw': 'List and result',
      'volunteer/tab/index': 'Volunteer',
      'volunteer/pages/menu': 'My volunteering',
      'volunteer/pages/mine': 'My volunteering',
      'volunteer/pages/task': 'Task',
      'identity/tab/index': 'Me',
      'identity/pages/born': 'Month of birth',
      'identity/pages/desk': 'Sign in to the workbench',
      'identity/pages/desks': 'Computers signed in',
      'identity/pages/grant': 'Family helpers',
      'identity/pages/grant-offer': 'Family helpers',
      'identity/pages/grant-take': 'Family helpers',
      'identity/pages/team': 'Team',
      'identity/pages/team-join': 'Team',
      'identity/pages/teams': 'Teams',
      'identity/pages/grants': 'Family helpers',
      'identity/pages/home': 'Where you set out from',
      'identity/pages/join': 'My community',
      'identity/pages/let-in': 'Sign in a computer',
      'identity/pages/looks': 'Who looked at my cases',
      'identity/pages/notices': 'My messages',
      'identity/pages/person': 'Add a family member',
      'microproject/pages/detail': 'Request',
      'microproject/pages/file': 'Make a request',
      'microproject/pages/list': 'Community requests',
      'booking/pages/calendar': 'Calendar link',
      'workbench/pages/book-for': 'Book for somebody',
      'workbench/pages/calls': 'Reminder calls',
      'workbench/pages/case': 'Case',
      'workbench/pages/class': 'Drop-off and pick-up',
      'workbench/pages/coverage': 'Coverage',
      'workbench/pages/holidays': 'Holidays',
      'workbench/pages/roster': 'Rosters',
      'workbench/pages/season': 'Draws for a season',
      'workbench/pages/season-new': 'Open a draw for a season',
      'workbench/pages/seasons': 'Draws for a season',
      'workbench/pages/teams': 'Teams',
      'workbench/pages/staff': 'Staff',
      'identity/pages/phone': 'A number to reach me',
      'identity/pages/post': 'Invitation to work',
      'identity/pages/reading': 'Easier to read',
      'identity/pages/self': 'My family and I',
      'workbench/pages/door': 'Code for the door',
      'workbench/pages/offerings': 'What can be booked',
      'workbench/pages/place': 'Place',
      'workbench/pages/places': 'Places',
      'workbench/pages/publish': 'Post a task',
      'workbench/pages/queue': 'Workbench',
      'workbench/pages/task': 'Task wording',
      'workbench/pages/sheet': 'Bookings and who came',
      'ui/pages/gallery': 'Controls',
      'english/pages/language': 'Language 语言',
    },
  },
  refusalWords: { say },
  spokenWords: {
    day,
    farDay,
    weekday,
    length: (hours, rest) => long(hours * 60 + rest),
    wait: {
      minutes: minutes => `${minutes} min`,
      hours: hours => count(hours, 'hour'),
      days: days => count(days, 'day'),
    },
    comma: ', ',
    and: ', ',
    before: moment => `by ${within(moment)}`,
    overdue: wait => `${wait} overdue`,
  },
}
