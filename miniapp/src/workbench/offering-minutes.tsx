import { Pick } from '../ui/pick'
import { timesOf } from './view/minutes'
import type { OfferingDraft } from './view/offering/draft'
import type { OfferingWrong } from './view/offering/read'

export interface OfferingPartProps {
  draft: OfferingDraft
  wrong: OfferingWrong
  onChange: (part: Partial<OfferingDraft>) => void
}

type Counted =
  | 'slotMinutes'
  | 'longestMinutes'
  | 'stepMinutes'
  | 'beforeMinutes'
  | 'afterMinutes'
  | 'daysAhead'
  | 'noticeMinutes'
  | 'staffNoticeMinutes'
  | 'cancelMinutes'
  | 'remindMinutes'

/** A time of an offering, of the usual ones and the one that it has. */
export const minutesOf =
  ({ draft, wrong, onChange }: OfferingPartProps) =>
  (name: Counted, label: string, list: readonly number[], spoken: (minutes: number) => string) => (
    <Pick
      label={label}
      options={timesOf(list, draft[name], spoken)}
      value={String(draft[name])}
      error={wrong[name]}
      onChange={value => onChange({ [name]: Number(value) })}
    />
  )
