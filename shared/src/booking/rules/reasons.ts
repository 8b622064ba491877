/**
 * Why something happened to a booking, where no person said it: a code, which whoever reads it says in their own
 * language. What people wrote stands beside it as they wrote it, and so does what was kept as a sentence before.
 */
import type { Closure } from './closures'

export const reasonCodes = [
  'nothingFree',
  'placeClosed',
  'hoursMoved',
  'fewerSeats',
  'fewerThings',
  'tooFewCarers',
  'asked',
] as const
export type Reason = (typeof reasonCodes)[number]

export const reasons: Readonly<Record<Reason, string>> = {
  nothingFree: '附近还没有空着的同类时段',
  placeClosed: '场所已停用',
  hoursMoved: '开放时间变了',
  fewerSeats: '能约的名额少了',
  fewerThings: '能借的设备少了',
  tooFewCarers: '值班的人手不够',
  asked: '您在电话里说不来了',
}

/** In somebody's words, or by a code of ours. */
export type Because = Partial<Pick<Closure, 'why'>> & { readonly reason?: Reason | undefined }

/** In Chinese, where a message or a detail of a refusal tells it. */
export const spokenReason = ({ why, reason }: Because): string | undefined => (reason ? reasons[reason] : why)
