/** What to put right in a field, by the refusal and the field: what the server says of it is Chinese. */
const fields: Readonly<Record<string, string>> = {
  'booking.caller_unclear.name': 'Enter the name of who calls',
  'booking.caller_unclear.phone': 'Enter the number they call from',
  'booking.certificate_date.untilOn': 'Enter the last day that stands on it',
  'booking.note_empty.note': 'Write a line, or fill in one thing',
  'booking.proof_missing.code': 'Enter the code, or who confirmed it on the telephone',
  'circle.no_such_community.sharedWith': 'One of them does not take part yet',
  'identity.born_in_future.bornOn': 'Not later than today',
  'identity.phone_unclear.phone': 'A mobile has 11 digits; others begin with the area code',
  'volunteer.bad_times.endAt': 'In steps of 15 minutes, 12 hours at most',
  'volunteer.starts_in_past.startAt': 'It has to be later than now',
  'volunteer.too_many_minutes.minutes': 'Shorter, please: that is longer than the task',
}

export const fieldWords = (code: string, name: string): string =>
  fields[`${code}.${name}`] ?? 'Check this entry'
