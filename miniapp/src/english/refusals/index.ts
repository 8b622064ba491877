import type { errorTable } from '@yike/shared/api'
import type { NextAction, Problem } from '@yike/shared/kernel/problem'
import { booking } from './booking'
import { detailOf } from './facts'
import { fieldWords } from './fields'
import { identityTitles } from './identity'
import { shanghai } from './moment'

/** What each code of the contract means; one that is missing does not compile. */
const titles: Readonly<Record<keyof typeof errorTable, string>> = {
  'request.malformed': 'Something was not understood. Check what is marked and try again.',
  'request.too_large': 'This is too much. Please shorten it and send it again.',
  'request.media_type': 'Please send it as JSON.',
  'request.key_missing': 'This was sent without its number. Go back a page and send it again.',
  'request.key_reused': 'This differs from what you sent before. Go back a page and send it again.',
  'request.unauthenticated': 'Your sign-in has ended. Please sign in again.',
  'request.forbidden': 'You may not do this. A community worker can help.',
  'request.not_found': 'Not found. It may have been withdrawn, or it is not yours.',
  'request.no_such_route': 'There is no such address. Please update to the latest version.',
  'request.wrong_method': 'This address is not used like that. Please update to the latest version.',
  'request.busy': 'Many people are busy here now. Tap again in a few seconds.',
  'request.internal': 'Something broke on our side. Nothing of yours is lost: please try again later.',
  ...identityTitles,
  'circle.favourites_full': 'You keep thirty places already. Take one off the list first.',
  'circle.cursor_stale': 'The list has changed. Please start from the top.',
  'circle.hours_unclear': 'The opening hours were not understood. Change what is marked.',
  'circle.special_days_unclear': 'The special days were not understood. Change what is marked.',
  'circle.place_far': 'This is too far from the community. Check longitude and latitude.',
  'circle.no_such_community': 'One of the shared communities does not take part yet. Choose from the list.',
  'circle.notice_moved': 'Somebody has just entered this year. Refresh and look before you change it.',
  'circle.notice_unclear': 'The notice was not understood. Compare what is marked with the original.',
  'circle.year_held': 'The holidays of this year are known already.',
  'circle.wrong_state': 'Somebody just changed this entry. Look at it again before you change it.',
  ...booking,
  'booking.certificate_date': 'The last day lies between today and ten years ahead: please look at it.',
  'booking.season_unclear': 'Some of it does not fit together. Change what is marked.',
  'booking.season_wide': 'Too many dates for one go: open it in two parts, one after the other.',
  'booking.season_closed': 'The list is closed and frozen.',
  'booking.season_off': 'This draw was called off; its hours are open to everybody.',
  'booking.season_crowded': 'As many have asked as can be. Please call the community.',
  'booking.season_state': 'This draw has changed meanwhile. Please look again.',
  'booking.wish_unclear': 'Some of it does not fit together. Change what is marked.',
  'booking.wish_theirs': 'This family has asked already, and not by you. Please talk to them.',
  'booking.wish_not_for': 'This is not for this person. See what else there is.',
  'booking.draw_early': 'The number is not drawn yet.',
  'booking.draw_done': 'It was drawn by another number already.',
  'booking.calendar_unknown': 'The public holidays of that year are not out yet. Choose an earlier day.',
  'booking.not_eligible': 'This service is not for this person. See what else there is.',
  'booking.quota_used': 'No bookings are left in this period. Cancel one, or choose another time.',
  'booking.equipment_taken': 'Not enough of the equipment is free then. Take less, or choose another time.',
  'booking.equipment_unknown': 'There is not so much equipment here. Look at what there is.',
  'booking.no_server': 'No member of staff is free then. Please choose another time.',
  'booking.too_far': 'You live too far for a home visit. See what is nearer.',
  'booking.home_unknown': 'For a home visit we need to know where you live. Please mark it first.',
  'booking.closed': 'It is closed on this day. Please choose another.',
  'booking.series_moved': 'One of the days was just taken: nothing was booked. See which are free now.',
  'booking.series_long': 'These are too many at once. Choose fewer days and book the rest afterwards.',
  'booking.roster_moved': 'Somebody just changed the roster. Look at it again before you change it.',
  'booking.still_seated': 'There are carers enough for this booking: it keeps its place.',
  'booking.no_roster': 'This service has no roster: its places do not follow the staff on duty.',
  'booking.roster_date': 'A roster is set for today or later, at most a year ahead. Please check the date.',
  'booking.terms_unclear': 'Some entries were not understood or do not fit. Change what is marked.',
  'booking.offering_moved': 'Somebody just changed this service. Look at it again before you change it.',
  'booking.place_closed': 'This place is closed down. Open it again before you add services.',
  'booking.mode_unknown': 'It cannot be done this way. Choose one of those listed.',
  'booking.wrong_state': 'This booking has changed meanwhile. Please look again.',
  'booking.cancel_closed': 'It is too late to cancel online. Please call the place.',
  'booking.others_wait': 'Others are waiting: once cancelled, it is theirs and cannot be had back.',
  'booking.caller_unclear': 'It is not clear whom this is for. Please fill in what is marked.',
  'booking.not_begun': 'It has not begun. Mark who did not come once it has.',
  'booking.mark_over': 'It ended over two weeks ago and cannot be marked any more.',
  'booking.door_wrong':
    "This is not this door's code. Scan the one on its screen, or tell staff your number.",
  'booking.door_over': 'This code is too old. Scan the one that the screen shows now.',
  'booking.not_check_in_time': 'You can check in from an hour before the start until the end.',
  'booking.team_over': 'You may not book for this team now. Ask who leads it, or the community.',
  'booking.no_pickup': 'Only children in care are brought and fetched; this booking is none.',
  'booking.pickup_moved': 'Something about this pick-up has just changed. Please look again.',
  'booking.fetchers_full': 'At most six people. Take one off first.',
  'booking.not_named':
    'This person is not on the list and may not fetch. Call the parent; if they agree, add the person for them first.',
  'booking.code_not_today': 'A code is made on the day itself.',
  'booking.code_wrong':
    'This is not the code. Compare it again; if it still differs, call the parent and note who confirmed it.',
  'booking.code_over': 'There is no code for this child now. Call the parent and note who confirmed it.',
  'booking.proof_missing': 'Enter the code, or who confirmed it on the telephone.',
  'booking.not_arrived': 'This child was not noted as brought by then. Check the time, or note that first.',
  'booking.already_arrived': 'It was noted as brought already, otherwise. Add the rest as a note.',
  'booking.already_left': 'This child was fetched already. See by whom.',
  'booking.no_instruction':
    'There is no written word of the parent on medicine. They can write it under “Pick-up”, or bring it on paper.',
  'booking.note_empty': 'There is nothing to note yet. Fill in one thing.',
  'booking.record_full':
    'The record of this day is full. Please write the rest on paper; arriving and leaving can still be recorded.',
  'booking.call_moved': 'Somebody has just written down a call. Please look again.',
  'booking.lapsed': 'The time to approve is over; the place was given back.',
  'microproject.wrong_state': 'This request has changed meanwhile. Please look again.',
  'microproject.too_many_refiles': 'This was sent again 10 times. Please call a community worker about it.',
  'microproject.no_community': 'Choose the community you live in first, then make your request.',
  'microproject.being_checked': 'WeChat is still checking the words. Accept it in a minute.',
  'volunteer.no_community': 'Choose the community you live in first, then volunteer.',
  'volunteer.not_registered': 'Register as a volunteer first; then you can claim tasks.',
  'volunteer.task_full': 'The last place was just taken. See other tasks.',
  'volunteer.person_busy': 'You have something else then. Please choose another task.',
  'volunteer.task_started': 'It has started and can no longer be claimed or given up.',
  'volunteer.not_ended': 'It is not over yet. Report your hours when it is.',
  'volunteer.too_many_minutes': 'That is longer than the task itself. Please change it.',
  'volunteer.wrong_state': 'This task has changed meanwhile. Please look again.',
  'volunteer.words_read': 'Somebody has read these words already.',
  'volunteer.words_own': 'You wrote these words; a colleague has to read them.',
  'volunteer.words_started': 'The task has begun: its words stay. Please tell people there.',
  'volunteer.words_risky': 'WeChat did not pass these words. Please write others.',
  'volunteer.starts_in_past': 'The start is past. Choose a later time and post it again.',
  'volunteer.bad_times': 'It must end after it starts, in steps of 15 minutes, at most 12 hours.',
  'bulletin.no_template': 'These reminders are not ready yet. Look under “My messages”.',
  'bulletin.enough_consents': 'You have enough of these reminders. Add more when they are used up.',
}

/** What can be done next, by the page that it leads to; where a label names a place or a time, it stays as it is. */
const pages: Readonly<Record<string, string>> = {
  '/booking/pages/season': 'See this draw',
  '/booking/pages/ticket': 'See how it stands',
  '/booking/pages/wait': 'Join the waiting list',
  '/booking/tab/index': 'See my bookings',
  '/circle/tab/index': 'Home',
  '/identity/pages/born': 'Add the month of birth',
  '/identity/pages/home': 'Mark where I live',
  '/identity/pages/join': 'Choose my community',
  '/identity/pages/grants': 'See who acts for whom',
  '/identity/pages/notices': 'See my messages',
  '/identity/pages/team': 'See who leads the team',
  '/identity/pages/teams': 'See my teams',
  '/identity/tab/index': 'See who I am here',
  '/microproject/pages/detail': 'See how it stands',
  '/volunteer/pages/mine': 'See my tasks',
  '/volunteer/pages/task': 'See how it stands',
  '/volunteer/tab/index': 'See the tasks',
  '/workbench/pages/book-for': 'See other times',
  '/workbench/pages/case': 'See how it stands',
  '/workbench/pages/holidays': 'See the holidays',
  '/workbench/pages/offerings': 'See what can be booked',
  '/workbench/pages/place': 'See the place',
  '/workbench/pages/queue': 'Back to the queue',
  '/workbench/pages/staff': 'See the staff',
  '/workbench/pages/task': 'Write other words',
  '/workbench/pages/teams': 'See the teams',
}
/** Labels of a table, for they name no place. */
const fixed: Readonly<Record<string, string>> = {
  看看别的时段: 'See other times',
  看看提醒电话: 'See the calls',
  看看收藏: 'See the places that I kept',
  看看接送: 'See the pick-up',
  看看这个预约: 'See this booking',
  看看已有的预约: 'See the other booking',
  看看团队约了什么: 'See what the team has booked',
  看看这里别的: 'See what else is here',
  换一个新码: 'Get a new code',
  重新进入: 'Sign in again',
  改好再提交: 'Correct it and send it again',
  重新提交: 'Send it again',
}

const labelOf = (action: NextAction): string => {
  const known = fixed[action.label]
  if (known) return known
  if (action.do === 'retry') return 'Try again'
  if (action.do === 'call') return `Call ${action.phone}`
  if (action.do === 'open') return pages[action.page.split('?')[0] ?? ''] ?? action.label
  // A date, or a moment.
  if (action.do === 'fill')
    return `Put in ${Object.values(action.fields)
      .map(one => (one.includes('T') ? shanghai(one) : one))
      .join(' · ')}`
  return `Book ${shanghai(action.startAt)}`
}

/** In English a title says the rule; what the server tells of the very case in Chinese is said by its facts, or left out. */
export function say({ detail: _, ...problem }: Problem): Problem {
  const titleOf = (code: string) => (titles as Readonly<Record<string, string>>)[code] ?? problem.title
  const detail = detailOf(problem, titleOf)
  return {
    ...problem,
    ...(detail && { detail }),
    title: titleOf(problem.code),
    ...(problem.fields && {
      fields: Object.fromEntries(Object.keys(problem.fields).map(name => [name, fieldWords(problem, name)])),
    }),
    ...(problem.next && { next: problem.next.map(action => ({ ...action, label: labelOf(action) })) }),
  }
}
