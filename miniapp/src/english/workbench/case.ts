import type { Twin } from '../../platform/language'

type Zh = Twin<typeof import('../../workbench/words')>

export const kindNames: Zh['kindNames'] = {
  booking: 'Booking',
  microproject: 'Request',
  hours: 'Volunteer hours',
  place: 'Place to check',
  task: 'Task wording',
  season: 'Draw',
}

export const stateWords: Zh['stateWords'] = {
  booking: {
    requested: { word: 'To approve' },
    confirmed: { word: 'Approved' },
    declined: { word: 'Sent back' },
    cancelled: { word: 'Cancelled by resident' },
    lapsed: { word: 'Expired' },
    waiting: { word: 'On the list' },
    offered: { word: 'Offered, awaiting resident' },
    passed: { word: 'Passed on' },
    missed: { word: 'No place came' },
    displaced: { word: 'Unsettled' },
    came: { word: 'Came' },
    absent: { word: 'Did not come' },
    appealed: { word: 'Did not come; told why' },
    excused: { word: 'Did not come; not counted' },
  },
  microproject: {
    filed: { word: 'To answer' },
    accepted: { word: 'Accepted' },
    sentBack: { word: 'Sent back' },
    withdrawn: { word: 'Withdrawn by resident' },
  },
  hours: {
    claimed: { word: 'To be reported again' },
    reported: { word: 'To confirm' },
    confirmed: { word: 'Banked' },
    released: { word: 'Given up' },
  },
}

export const verbWords: Zh['verbWords'] = {
  booking: {
    place: 'Resident sent the booking',
    placeBy: 'A relative booked it',
    joinBy: 'A relative joined the waiting list',
    cancelBy: 'A relative cancelled it',
    acceptBy: 'A relative took the place',
    applyBy: 'A relative took the place; awaiting approval',
    passBy: 'A relative passed it on',
    placeFor: 'Community booked it for them',
    allot: 'Drawn for them',
    cancelFor: 'Community cancelled it for them',
    acceptFor: 'Community took it for them',
    approve: 'Community approved',
    decline: 'Community sent it back',
    cancel: 'Resident cancelled',
    lapse: 'Not answered in time; the place was given back',
    join: 'Resident joined the waiting list',
    offer: 'A place came up and was offered',
    skip: 'A place came up but could not be kept',
    accept: 'Resident took the place',
    apply: 'Resident took the place; to approve',
    checkIn: 'Came',
    noShow: 'Noted as not come',
    appeal: 'Resident told why',
    excuse: 'Does not count',
    uphold: 'Stands',
    displace: 'That time is not open any more',
    seek: 'Nothing fits in its place: please call',
    restore: 'Open again: the booking stands as before',
    reask: 'Open again: awaiting approval as before',
    reopen: 'The former time is open again and held for the resident',
    withdraw: 'The former time closed again; the booking stands as it is',
    goBack: 'The resident took the former time back',
    swap: 'Another time is held for the resident',
  },
  microproject: {
    file: 'Resident sent the request',
    accept: 'Community accepted',
    sendBack: 'Community sent it back',
    refile: 'Resident changed and sent it again',
    withdraw: 'Resident withdrew',
  },
  hours: {
    claim: 'Volunteer claimed',
    release: 'Volunteer gave it up',
    complete: 'Volunteer reported hours',
    confirm: 'Community confirmed; hours banked',
    dispute: 'Community sent the hours back',
  },
}

export const reasons: Zh['reasons'] = {
  booking: [
    'The venue is under maintenance then; please choose another time.',
    'A health record is needed first; please bring your ID to the community.',
    'This service does not fit; please call us to talk it over.',
  ],
  appeal: ['There was no call or message that day.', 'It does not fit the records; please call us.'],
  microproject: [
    'The place is not clear; please add the building or door number.',
    'Please say who would use it and about how many people.',
    'This is for the property manager; we have passed it on.',
  ],
  hours: [
    'The hours do not match the sign-in; please check and report again.',
    'No sign-in was found for that day; please tell us more.',
    'Only the time worked counts, not the way there.',
  ],
}

export const yesWords: Zh['yesWords'] = {
  booking: { act: 'Approve', done: about => `Approved: ${about}` },
  appeal: { act: 'Let it not count', done: about => `Not counted: ${about}` },
  microproject: { act: 'Accept', done: about => `Accepted: ${about}` },
  hours: { act: 'Confirm hours', done: about => `Hours banked: ${about}` },
}

export const factNames: Zh['factNames'] = {
  forName: 'For',
  when: 'Time',
  place: 'Place',
  price: 'Price',
  equipment: 'Equipment',
  number: 'Number',
  note: 'From the resident',
  what: 'Why needed',
  task: 'What to do',
  kind: 'Kind',
  volunteer: 'Volunteer',
  reported: 'Reported',
  whole: 'Whole task',
}

export const projectKindNames: Zh['projectKindNames'] = { works: 'Works', service: 'Service', goods: 'Goods' }

export const noteWords: Zh['noteWords'] = {
  theirs: 'WeChat thinks that what the resident wrote may be unfit.',
  ours: 'WeChat found these words unfit; the resident cannot see them. Please tell them by telephone.',
}

export const publicWords: Zh['publicWords'] = {
  pending: 'WeChat is checking the new words. Until then residents see the old ones.',
  pass: undefined,
  review: 'WeChat could not judge the new words; residents see them now. Please read them again.',
  risky: 'WeChat found some words unfit; residents still see the old ones. Please change them and save.',
}

export const wordingWords: Zh['wordingWords'] = {
  pending: 'WeChat is still checking this text; accept it in a moment. You can send it back at any time.',
  pass: undefined,
  review: 'WeChat could not judge this text. Please read it before you accept; neighbours will see it.',
  risky: 'WeChat thinks this text may be unfit. Read it with care; once accepted, neighbours see it.',
}
