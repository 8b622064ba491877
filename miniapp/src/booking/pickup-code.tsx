import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { isPickupDay } from '@yike/shared/booking/rules/pickup'
import type { Pickup } from '@yike/shared/booking/schema/pickup'
import { useState } from 'react'
import { now } from '../platform/spoken'
import { useStale } from '../platform/use-stale'
import { Answer, Button, Notice, Refusal, Section, Stale } from '../ui'
import './pages/pickup.css'
import { useEndCode, useMakeCode } from './use-pickup'
import { pickupWords as words } from './words/pickup'

interface PickupCodeProps {
  pickup: Pickup
  onChanged: () => Promise<void>
}

/** The six digits of today, for one of those who may fetch; and the others, for whom one can be made instead. */
export function PickupCode({ pickup, onChanged }: PickupCodeProps) {
  const { bookingId, fetchers, code, startAt, forName } = pickup
  const [copied, setCopied] = useState(false)
  const stale = useStale(onChanged)
  const making = useMakeCode(stale)
  const ending = useEndCode()
  if (!isPickupDay({ startAt }, now())) return <Notice tone="quiet">{words.notToday}</Notice>
  const ready = code?.digits ? code : undefined
  const nameOf = (fetcherId: string | undefined) =>
    fetchers.find(one => one.fetcherId === fetcherId)?.name ?? words.me
  const make = async (fetcherId?: string) => {
    setCopied(false)
    if (await making.send({ bookingId, ...(fetcherId && { fetcherId }) })) await onChanged()
  }
  const takeBack = async () => {
    if (await ending.send({ bookingId })) await onChanged()
  }
  const copy = async () => {
    await Taro.setClipboardData({ data: words.message(forName, ready?.digits ?? '') })
    setCopied(true)
  }
  const others = [{ fetcherId: undefined, name: words.me }, ...fetchers].filter(
    one => !ready || one.fetcherId !== ready.fetcherId,
  )
  const problem = making.problem ?? ending.problem
  return (
    <Section title={ready ? words.code : words.askWho}>
      <Stale stale={stale} />
      {problem && <Refusal problem={problem} />}
      {code && !ready && <Notice tone="quiet">{`${words.code}：${words.codeStates[code.state]}`}</Notice>}
      {ready?.digits && (
        <View className="pickup-code">
          <View>{words.codeFor(nameOf(ready.fetcherId))}</View>
          <View className="pickup-code__digits">{words.digits(ready.digits)}</View>
          <View className="booking-quiet">{words.codeText}</View>
          <View className="pickup-acts">
            <Button compact kind="calm" onTap={copy}>
              {words.copy}
            </Button>
            <Button compact kind="bare" busy={ending.busy} onTap={takeBack}>
              {words.takeBack}
            </Button>
          </View>
          {copied && <Notice tone="green">{words.copied}</Notice>}
        </View>
      )}
      {others.map(({ fetcherId, name }) => (
        <Answer
          key={fetcherId ?? ''}
          icon="person"
          kind={!ready && !fetcherId ? 'next' : 'plain'}
          title={fetcherId ? words.make(name) : words.makeMe}
          disabled={making.busy}
          onTap={() => make(fetcherId)}
        />
      ))}
    </Section>
  )
}
