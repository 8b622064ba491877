/** Minutes to choose from, with the one that is there now. */
export const timesOf = (list: readonly number[], now: number, spoken: (minutes: number) => string) =>
  [...new Set([...list, now])]
    .sort((one, other) => one - other)
    .map(minutes => ({ value: String(minutes), label: spoken(minutes) }))

export const lengths = [15, 30, 45, 60, 90, 120, 180, 240, 360, 480, 540, 720]
export const gaps = [0, 15, 30, 45, 60, 90, 120]
export const notices = [0, 30, 60, 120, 240, 720, 1440, 2880, 4320, 10_080]
/** Before the start; 0: as its kind is. */
export const reminders = [0, 60, 120, 240, 720, 1440, 2880, 4320, 10_080]
/** In days. */
export const openings = [0, 1, 3, 7, 14, 21, 30, 45, 60, 90]
