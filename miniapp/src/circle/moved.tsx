import { View } from '@tarojs/components'
import type { Instant } from '@yike/shared/kernel/time'
import { HappeningLine } from '../bulletin/happening-line'
import { useMovements } from '../bulletin/use-bulletin'
import { open } from '../platform/route'
import { Button, Loaded, Section, Skeleton } from '../ui'
import { words } from './words'

const SHOWN = 3

/** What moved in my community, and the way to make something move. */
export function Moved({ at }: { at: Instant }) {
  const movements = useMovements()
  return (
    <Section title={words.movedTitle}>
      <Loaded
        query={movements}
        brief
        waiting={<Skeleton lines={2} face={false} />}
        empty={<View className="circle-quiet">{words.movedNothing}</View>}
      >
        {found =>
          found.movements
            .slice(0, SHOWN)
            .map(one => <HappeningLine key={`${one.caseId} ${one.at}`} happening={one} at={at} />)
        }
      </Loaded>
      <View className="circle-wish">
        <View className="circle-quiet">{words.wishText}</View>
        <Button compact kind="calm" onTap={() => open('/microproject/pages/file')}>
          {words.wish}
        </Button>
      </View>
    </Section>
  )
}
