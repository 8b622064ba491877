import { View } from '@tarojs/components'
import type { Me } from '@yike/shared/identity/schema'
import { Newcomer } from '../../identity/newcomer'
import { doorstep, useBeginning, useFreshMe } from '../../identity/use-identity'
import { useComfort } from '../../platform/comfort'
import { useMe } from '../../platform/session'
import { now } from '../../platform/spoken'
import { useShare } from '../../platform/use-share'
import { AsOf, Loaded, Screen } from '../../ui'
import { BestNow } from '../best-now'
import '../circle.css'
import { ElderHome } from '../elder/home'
import { Head } from '../head'
import { Moved } from '../moved'
import { Needs } from '../needs'
import { NextThing } from '../next-thing'
import { Nowhere } from '../nowhere'
import { useAround } from '../use-circle'
import { openOf } from '../view'
import { words } from '../words'

/** What can I do near here, now? */
export default function Home() {
  const { elder } = useComfort()
  const me = useMe()
  const asked = useFreshMe()
  useShare(words.share, '/circle/tab/index')
  useBeginning(me)
  return (
    <Screen wide={elder ? false : 'page'}>
      {me ? <For me={me} /> : <Loaded query={asked}>{found => <For me={found} />}</Loaded>}
    </Screen>
  )
}

function For({ me }: { me: Me }) {
  const from = doorstep(me)
  const { elder } = useComfort()
  if (!from) return <Newcomer why={words.newcomerText} />
  if (elder) return <ElderHome me={me} from={from} />
  return <Around me={me} from={from} />
}

type Doorstep = NonNullable<ReturnType<typeof doorstep>>

function Around({ me, from }: { me: Me; from: Doorstep }) {
  const around = useAround(from)
  return (
    <>
      <Head me={me} from={from} />
      <View className="circle-around">
        <View className="circle-near">
          <Loaded query={around}>
            {({ needs, measured, asOf }) =>
              needs.length === 0 ? (
                <Nowhere measured={measured} />
              ) : (
                <>
                  <AsOf query={around} say={words.seenAt} />
                  <BestNow places={openOf(needs)} at={asOf} />
                  <Needs needs={needs} measured={measured} />
                </>
              )
            }
          </Loaded>
        </View>
        <View>
          <NextThing volunteers={me.roles.includes('volunteer')} at={now()} />
          <Moved at={now()} />
        </View>
      </View>
    </>
  )
}
