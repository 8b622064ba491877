import type { Twin } from '../../platform/language'
import { months } from '../months'

const festivals: Readonly<Record<string, string>> = {
  元旦: "New Year's Day",
  春节: 'Spring Festival',
  清明: 'Qingming',
  清明节: 'Qingming',
  劳动节: 'Labour Day',
  端午: 'Dragon Boat Festival',
  端午节: 'Dragon Boat Festival',
  中秋: 'Mid-Autumn Festival',
  中秋节: 'Mid-Autumn Festival',
  国庆节: 'National Day',
  '国庆节、中秋节': 'National Day and Mid-Autumn Festival',
}

export const holidayWords: Twin<typeof import('../../workbench/words/holidays').holidayWords> = {
  title: 'Public holidays',
  why: 'Opening hours that differ on public holidays need the holidays of the year. Where a year is not entered, those days cannot be booked.',
  missing: years => `${years} not entered yet`,
  missingText:
    'The State Council publishes its notice in November as a rule. A street supervisor enters it then, and it holds in every community within a minute.',
  enter: year => `Enter ${year}`,
  correct: year => `Correct ${year}`,
  text: 'The notice',
  textExample: 'Seven festivals, one after the other',
  textHint: 'Paste the part on the seven festivals, in Chinese, as published.',
  understood: 'Understood',
  save: year => `Enter ${year} like this`,
  saved: year => `The holidays of ${year} are entered and hold everywhere within a minute.`,
  year: year => `${year}`,
  held: 'Came with the software',
  entered: 'Entered by a supervisor',
  festival: name => festivals[name] ?? name,
  day: (month, day) => `${day} ${months[month - 1] ?? ''}`,
  off: (name, days) => `${name}: off ${days}`,
  worked: days => `at work ${days}`,
  range: (from, to) => `${from} to ${to}`,
}
