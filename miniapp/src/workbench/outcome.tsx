import { View } from '@tarojs/components'
import { spokenOffering } from '@yike/shared/booking/rules/naming'
import type { Affected, Outcome as Found } from '@yike/shared/booking/schema/affected'
import { open } from '../platform/route'
import { now, spokenMoment } from '../platform/spoken'
import { useRepeat } from '../platform/use-repeat'
import { Button, Loaded, Section } from '../ui'
import './affected.css'
import { useOutcome } from './use-offerings'
import { outcomeWords as words } from './words'

const EVERY_MS = 4_000

/** After something was closed: what became of everybody, and what came otherwise than was shown before. */
export function Outcome({ placeId, shown }: { placeId: string; shown: Affected }) {
  const query = useOutcome(placeId, shown)
  useRepeat(EVERY_MS, query.refresh)
  return (
    <Section title={words.title}>
      <Loaded query={query}>{({ lines }) => <Lines lines={lines} />}</Loaded>
      <Button kind="calm" onTap={() => open('/workbench/pages/calls')}>
        {words.toCalls}
      </Button>
    </Section>
  )
}

function Lines({ lines }: Found) {
  const as = (is: Found['lines'][number]['is']) => lines.filter(one => one.is === is)
  const [pending, same, otherwise] = [as('pending'), as('asShown'), as('otherwise')]
  const at = now()
  return (
    <>
      <View className="workbench-affected__split">
        {words.counts(same.length, otherwise.length, pending.length)}
      </View>
      {otherwise.map(({ bookingId, number, forName, why, now: held }) => (
        <View key={bookingId} className="workbench-affected__one">
          <View className="workbench-affected__who">{words.line(forName, number)}</View>
          <View>
            <View className={held ? 'workbench-affected__swap' : 'workbench-affected__none'}>
              {held
                ? words.held(spokenMoment(held.startAt, at), spokenOffering(held))
                : why === 'cancelled' || why === 'openAgain'
                  ? words.over
                  : words.none}
            </View>
            {why && <View className="workbench-affected__why">{words.whys[why]}</View>}
          </View>
        </View>
      ))}
    </>
  )
}
