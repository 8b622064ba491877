import { View } from '@tarojs/components'
import { offline } from '../../platform/answer'
import { signInWith } from '../../platform/api'
import { HOME, open, startOver, useParams } from '../../platform/route'
import { codeOf, type Persona, personas } from '../../platform/sandbox'
import { useQuery } from '../../platform/use-query'
import { useSend } from '../../platform/use-send'
import { useWide } from '../../platform/use-wide'
import { Button, Cell, Face, Loaded, QuarterRing, Refusal, Screen } from '../../ui'
import { aria } from '../../ui/aria'
import '../identity.css'
import { beginningOf } from '../use-identity'
import { deskWords, doorWords as words } from '../words'

async function enterAs(persona: string) {
  const code = await codeOf(persona)
  return code ? signInWith(code) : ({ ok: false, problem: offline() } as const)
}

/** The sandbox's door: enter as one of the demo's people. No part of a production build. */
export default function Enter() {
  const known = useQuery('sandbox.personas', personas)
  const entering = useSend(enterAs)
  const { to } = useParams()
  const wide = useWide()
  const enter = async (persona: string) => {
    const entered = await entering.send(persona)
    if (entered) await startOver(to && to !== HOME ? to : beginningOf(entered.me, wide))
  }
  return (
    <Screen door>
      <View className="identity-door">
        <QuarterRing minutes={15} of={60} size={44} />
        <View className="identity-door__title" {...aria({ role: 'heading', level: 1 })}>
          {words.enter}
        </View>
        <View className="identity-quiet">{words.enterText}</View>
      </View>
      {entering.problem && <Refusal problem={entering.problem} />}
      <Loaded query={known}>
        {found => found.map(one => <Way key={one.id} persona={one} onTap={() => enter(one.id)} />)}
      </Loaded>
      <Button kind="bare" onTap={() => open('/identity/pages/desk')}>
        {deskWords.open}
      </Button>
    </Screen>
  )
}

/** 居民 · 王桂芳，72 岁 → the office above, the person below. */
function Way({ persona: { label, community }, onTap }: { persona: Persona; onTap: () => void }) {
  const [office = label, who = ''] = label.split(' · ')
  const [name = office] = who.split('，')
  return (
    <Cell
      title={`${office} · ${community ?? words.newHere}`}
      note={who}
      lead={<Face name={name} />}
      onTap={onTap}
    />
  )
}
