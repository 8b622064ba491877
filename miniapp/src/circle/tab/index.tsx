import { View } from '@tarojs/components'
import type { Me } from '@yike/shared/identity/schema'
import { doorstep, useFreshMe } from '../../identity/use-identity'
import { open } from '../../platform/route'
import { useMe } from '../../platform/session'
import { now } from '../../platform/spoken'
import { Button, Icon, Loaded, QuarterRing, Screen } from '../../ui'
import { BestNow } from '../best-now'
import '../circle.css'
import { Head } from '../head'
import { Moved } from '../moved'
import { Needs } from '../needs'
import { NextThing } from '../next-thing'
import { useOpenNow } from '../use-circle'
import { words } from '../words'

/** What can I do near here, now? */
export default function Home() {
  const me = useMe()
  const asked = useFreshMe()
  return (
    <Screen>{me ? <For me={me} /> : <Loaded query={asked}>{found => <For me={found} />}</Loaded>}</Screen>
  )
}

function For({ me }: { me: Me }) {
  const from = doorstep(me)
  if (!from) return <Newcomer />
  return <Around me={me} from={from} />
}

function Newcomer() {
  return (
    <View className="circle-newcomer">
      <QuarterRing minutes={15} of={60} size={88}>
        <Icon name="home" size={34} />
      </QuarterRing>
      <View className="circle-newcomer__ask">{words.newcomer}</View>
      <View className="circle-newcomer__why">{words.newcomerText}</View>
      <Button kind="next" onTap={() => open('/identity/pages/join')}>
        {words.chooseCommunity}
      </Button>
    </View>
  )
}

type Doorstep = NonNullable<ReturnType<typeof doorstep>>

function Around({ me, from }: { me: Me; from: Doorstep }) {
  const near = useOpenNow(from)
  return (
    <>
      <Head me={me} from={from} />
      <Loaded query={near}>
        {({ places, counts, asOf }) => (
          <>
            <BestNow places={places} at={asOf} />
            <Needs counts={counts} />
          </>
        )}
      </Loaded>
      <NextThing volunteers={me.roles.includes('volunteer')} at={now()} />
      <Moved at={now()} />
    </>
  )
}
