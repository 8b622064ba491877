import type { Me } from '@yike/shared/identity/schema'
import { doorstep, useFreshMe } from '../../identity/use-identity'
import { open } from '../../platform/route'
import { useMe } from '../../platform/session'
import { now } from '../../platform/spoken'
import { Empty, Loaded, Screen } from '../../ui'
import { BestNow } from '../best-now'
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
    <Empty
      title={words.newcomer}
      text={words.newcomerText}
      icon="home"
      action={{ label: words.chooseCommunity, onTap: () => open('/identity/pages/join') }}
    />
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
