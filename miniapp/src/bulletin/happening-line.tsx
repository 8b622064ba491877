import type { Movement, Notice } from '@yike/shared/bulletin/schema'
import type { Instant } from '@yike/shared/kernel/time'
import { useComfort } from '../platform/comfort'
import { open } from '../platform/route'
import { spokenMoment } from '../platform/spoken'
import { Answer, Cell, Icon } from '../ui'
import { whyOf } from './view'
import { happenedWords, icons, type Subject, words } from './words'

/** The page of a case. */
const pages: Record<Subject, (caseId: string, grantId?: string) => void> = {
  booking: (bookingId, grantId) =>
    open('/booking/pages/ticket', { bookingId, ...(grantId ? { grantId } : {}) }),
  microproject: microprojectId => open('/microproject/pages/detail', { microprojectId }),
  task: taskId => open('/volunteer/pages/task', { taskId }),
  season: (seasonId, grantId) => open('/booking/pages/season', { seasonId, ...(grantId ? { grantId } : {}) }),
}

/** What happened to a case, as one line that leads to it; in 长辈版 as an answer. */
export function HappeningLine({ happening, at }: { happening: Movement | Notice; at: Instant }) {
  const { elder } = useComfort()
  const { about, caseId, name, verb } = happening
  const { note, reason, booking, who, grantId } = 'noticeId' in happening ? happening : {}
  const became = happenedWords(about, verb, booking)
  const done = who ? words.byFamily(who, became) : became
  const why = whyOf({ why: note, reason })
  const line = {
    title: name,
    note: [
      why ? words.because(done, why) : done,
      booking && words.forWhen(spokenMoment(booking.startAt, at)),
      words.saidAt(spokenMoment(happening.at, at)),
    ]
      .filter(Boolean)
      .join(' · '),
    onTap: () => pages[about](caseId, grantId),
  }
  const icon = icons[about]
  return elder ? <Answer icon={icon} {...line} /> : <Cell lead={<Icon name={icon} size={28} />} {...line} />
}
