/** A certificate as staff read it. */
import type { Certificate } from '@yike/shared/booking/schema/caller'
import { localDate } from '@yike/shared/kernel/time'
import { now, spokenDay, spokenList } from '../../platform/spoken'
import { callerWords as words } from '../words'

/** 2028-03-01, as it stands on a certificate. */
export const isDate = (typed: string): boolean =>
  /^20\d\d-\d\d-\d\d$/.test(typed.trim()) && !Number.isNaN(Date.parse(typed.trim()))

/** Whose, until when, and who saw it. */
export const spokenCertificate = ({ forName, untilOn, ...seen }: Certificate): string =>
  untilOn ? words.certificateOf(forName, spokenTerm({ untilOn, ...seen })) : words.certificateNone(forName)

/** Until when, and who saw it; whose it is stands beside it. */
export const spokenTerm = ({ has, untilOn, seenBy, seenAt }: Omit<Certificate, 'forName'>): string => {
  if (!untilOn) return ''
  const day = spokenDay(untilOn, now())
  return spokenList(
    has ? words.certificateTo(day) : words.certificateOver(day),
    seenBy && seenAt && words.certificateSeen(seenBy, spokenDay(localDate(seenAt), now())),
  )
}
