/** What the volunteer slice keeps: tasks, claims and the time bank. */
export * from './claim'
export * from './ledger'
export * from './task'
