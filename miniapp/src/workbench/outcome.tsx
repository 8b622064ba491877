import { View } from '@tarojs/components'
import { spokenOffering } from '@yike/shared/booking/rules/naming'
import type { Affected, Outcome as Found } from '@yike/shared/booking/schema/affected'
import type { Instant } from '@yike/shared/kernel/time'
import { open } from '../platform/route'
import { now, spokenMoment } from '../platform/spoken'
import { useRepeat } from '../platform/use-repeat'
import { Button, Loaded, Section } from '../ui'
import './affected.css'
import { useOutcome } from './use-offerings'
import { outcomeWords as words } from './words'

const EVERY_MS = 4_000

type Line = Found['lines'][number]

/** Nothing stands in for what they had: they are called. */
const isUnsettled = ({ is, why, now: held }: Line): boolean => is === 'otherwise' && !held && !isOver.has(why)
const isOver: ReadonlySet<Line['why']> = new Set(['cancelled', 'stays', 'openAgain'])

interface OutcomeProps {
  placeId: string
  /** Of the place. */
  community: string
  shown: Affected
}

/** After something was closed: what became of everybody, and what came otherwise than was shown before. */
export function Outcome({ placeId, community, shown }: OutcomeProps) {
  const query = useOutcome(placeId, shown)
  const lines = (query.state !== 'loading' && query.value?.lines) || []
  useRepeat(lines.some(({ is }) => is === 'pending') ? EVERY_MS : null, query.refresh)
  const unread = shown.count - shown.affected.length
  return (
    <Section title={words.title}>
      <Loaded query={query}>{found => <Lines lines={found.lines} />}</Loaded>
      {unread > 0 && <View className="workbench-affected__note">{words.unread(unread)}</View>}
      <View className="workbench-affected__calls">
        <Button kind="calm" onTap={() => open('/workbench/pages/calls', { community })}>
          {words.toCalls}
        </Button>
      </View>
    </Section>
  )
}

function Lines({ lines }: Found) {
  const as = (is: Line['is']) => lines.filter(one => one.is === is)
  const [pending, same, otherwise] = [as('pending'), as('asShown'), as('otherwise')]
  const at = now()
  return (
    <>
      <View className="workbench-affected__split">
        {words.counts(same.length, otherwise.length, pending.length)}
      </View>
      {otherwise.map(one => (
        <View key={one.bookingId} className="workbench-affected__one">
          <View className="workbench-affected__who">{words.line(one.forName, one.number)}</View>
          <View>
            <View className={isUnsettled(one) ? 'workbench-affected__none' : 'workbench-affected__swap'}>
              {becameOf(one, at)}
            </View>
            {one.why && <View className="workbench-affected__why">{words.whys[one.why]}</View>}
          </View>
        </View>
      ))}
    </>
  )
}

const becameOf = (line: Line, at: Instant): string => {
  if (line.now) return words.held(spokenMoment(line.now.startAt, at), spokenOffering(line.now))
  return isUnsettled(line) ? words.none : words.over
}
