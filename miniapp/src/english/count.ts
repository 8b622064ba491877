/** 45 min · 2 h · 1 h 30 min */
export const long = (minutes: number): string => {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return [hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`].filter(Boolean).join(' ')
}

/** '1 place', '3 places'; a word whose plural is its own says it. */
export const count = (many: number | string, one: string, more = `${one}s`): string =>
  `${many} ${Number(many) === 1 ? one : more}`

/** A day, or oneself, within a sentence: until tomorrow 14:00, for me. */
export const within = (moment: string): string =>
  moment.replace(/^(Yesterday|Today|Tomorrow|Me)\b/, word => word.toLowerCase())

/** 18 months · 60 years */
export const age = (inMonths: number): string =>
  inMonths < 36 && inMonths % 12 !== 0 ? count(inMonths, 'month') : count(Math.floor(inMonths / 12), 'year')
