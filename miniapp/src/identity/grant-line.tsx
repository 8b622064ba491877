import type { Grant } from '@yike/shared/identity/schema/grant'
import { localDate } from '@yike/shared/kernel/time'
import { open } from '../platform/route'
import { now, spokenDay, spokenList } from '../platform/spoken'
import { Cell, Icon, Tag, type Tone } from '../ui'
import { grantWords as words } from './words/grant'

const tones: Record<Grant['state'], Tone> = {
  offered: 'quiet',
  taken: 'waiting',
  open: 'green',
  ended: 'quiet',
}

/** 约、取消、看预约 */
export const actsOf = ({ may }: Pick<Grant, 'may'>): string => words.mayDo(may.map(act => words.may[act]))

export const untilOf = ({ untilAt }: Pick<Grant, 'untilAt'>): string =>
  words.until(spokenDay(localDate(untilAt), now()))

/** Who a grant is with, as its reader sees it. */
export const otherOf = ({ side, giver, holder }: Grant): string =>
  side === 'given' ? (holder?.name ?? words.states.offered) : giver.name

/** Who it is with, what for and until when. */
export const saidOf = (grant: Grant) => ({
  title:
    grant.forName === grant.giver.name
      ? otherOf(grant)
      : spokenList(otherOf(grant), words.forWhom(grant.forName)),
  note: `${actsOf(grant)} · ${untilOf(grant)}`,
})

export function GrantLine({ grant }: { grant: Grant }) {
  const { grantId, state } = grant
  return (
    <Cell
      {...saidOf(grant)}
      lead={<Icon name="people" />}
      aside={<Tag tone={tones[state]}>{words.states[state]}</Tag>}
      onTap={() => open('/identity/pages/grant', { grantId })}
    />
  )
}
