import { View } from '@tarojs/components'
import { spokenCode } from '@yike/shared/identity/rules'
import type { Grant } from '@yike/shared/identity/schema/grant'
import { useState } from 'react'
import { Qr } from '../../booking/qr'
import { useComfort } from '../../platform/comfort'
import { open, openInstead, useParams } from '../../platform/route'
import { spokenList } from '../../platform/spoken'
import { useRepeat } from '../../platform/use-repeat'
import { Answer, Cell, Confirm, Icon, Loaded, Notice, Question, Refusal, Screen, Stack } from '../../ui'
import { needing } from '../../ui/needing'
import '../desk.css'
import { ElderGrant, TellCode } from '../elder/grant'
import { actsOf, otherOf, untilOf } from '../grant-line'
import '../identity.css'
import { useConfirmGrant, useEndGrant, useGrant } from '../use-grant'
import { grantWords as words } from '../words/grant'

/** How often it is asked whether the other one has done their part. */
const POLL_MS = 3_000

/** One grant, from the code to its end: what its reader can do about it now. */
function GrantPage() {
  const { grantId = '', code } = useParams()
  const { elder } = useComfort()
  const grant = useGrant(grantId)
  const state = 'value' in grant ? grant.value?.state : undefined
  useRepeat(state === 'offered' || state === 'taken' ? POLL_MS : null, grant.refresh)
  return (
    <Screen title={elder ? undefined : words.title}>
      <Loaded query={grant}>
        {found => {
          if (found.side === 'given' && found.state === 'offered' && code)
            return elder ? <TellCode code={code} /> : <Tell code={code} />
          if (found.side === 'given' && found.state === 'taken')
            return <IsIt grant={found} onChanged={grant.refresh} />
          const Told = elder ? ElderGrant : Facts
          return <Told grant={found} onChanged={grant.refresh} />
        }}
      </Loaded>
    </Screen>
  )
}

interface Shown {
  grant: Grant
  onChanged: () => Promise<void>
}

function Tell({ code }: { code: string }) {
  return (
    <View className="identity-desk">
      <View className="identity-desk__how">{words.tell}</View>
      <Qr text={code} label={words.qr} />
      <View className="identity-desk__number">{spokenCode(code)}</View>
      <View>{words.tellHow}</View>
      <View className="identity-quiet">{words.waiting}</View>
    </View>
  )
}

/** Somebody has the code. Nothing holds before its giver has looked who that is. */
function IsIt({ grant, onChanged }: Shown) {
  const { grantId, holder } = grant
  const confirming = useConfirmGrant()
  const ending = useEndGrant()
  const answer = async (by: typeof confirming) => {
    if (await by.send({ grantId })) await onChanged()
  }
  const busy = confirming.busy || ending.busy
  const problem = confirming.problem ?? ending.problem
  return (
    <>
      <Question>{words.isIt(holder?.name ?? '')}</Question>
      <View>{words.isItText(holder?.number ?? '')}</View>
      <View>{`${actsOf(grant)} · ${untilOf(grant)}`}</View>
      {problem && <Refusal problem={problem} />}
      <Answer kind="next" icon="check" title={words.yes} disabled={busy} onTap={() => answer(confirming)} />
      <Answer icon="cross" title={words.no} disabled={busy} onTap={() => answer(ending)} />
    </>
  )
}

function Facts({ grant, onChanged }: Shown) {
  const { state, side, giver, holder, forName, grantId } = grant
  return (
    <Stack>
      {state === 'ended' && <Notice tone="quiet">{words.ended}</Notice>}
      {state === 'open' && side === 'given' && (
        <Notice tone="green">{words.opened(holder?.name ?? '')}</Notice>
      )}
      {state === 'taken' && <Notice tone="waiting">{words.taken(giver.name, holder?.number ?? '')}</Notice>}
      <Cell
        title={otherOf(grant)}
        note={spokenList(forName !== giver.name && words.forWhom(forName), actsOf(grant), untilOf(grant))}
        lead={<Icon name="people" />}
      />
      {state === 'open' && side === 'held' && (
        <Answer
          kind="next"
          icon="ticket"
          title={words.bookings}
          onTap={() => open('/booking/pages/family', { grantId, name: forName })}
        />
      )}
      {state === 'ended' ? (
        side === 'given' && (
          <Answer title={words.another} onTap={() => openInstead('/identity/pages/grant-offer')} />
        )
      ) : (
        <End grant={grant} onChanged={onChanged} />
      )}
    </Stack>
  )
}

function End({ grant: { grantId, side }, onChanged }: Shown) {
  const [asking, setAsking] = useState(false)
  const ending = useEndGrant()
  const end = async () => {
    const done = await ending.send({ grantId })
    setAsking(false)
    if (done) await onChanged()
  }
  const word = side === 'given' ? words.end : words.endHeld
  return (
    <>
      {ending.problem && <Refusal problem={ending.problem} />}
      {!asking && <Answer icon="cross" title={word} onTap={() => setAsking(true)} />}
      <Confirm
        open={asking}
        question={words.endAsk}
        yes={word}
        no={words.keep}
        busy={ending.busy}
        onYes={end}
        onNo={() => setAsking(false)}
      >
        <View className="identity-quiet">{words.endText}</View>
      </Confirm>
    </>
  )
}

export default needing(['grantId'], GrantPage)
