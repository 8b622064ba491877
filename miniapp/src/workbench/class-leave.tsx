import { View } from '@tarojs/components'
import type { CheckedPickup } from '@yike/shared/booking/schema/pickup'
import { useState } from 'react'
import { partyWords } from '../booking/view/pickup'
import { useOnline } from '../platform/network'
import { now } from '../platform/spoken'
import { useChecked } from '../platform/use-checked'
import { Field, Notice, Outcome, Refusal } from '../ui'
import { FormActs, type FormProps, GUARDIAN, nothingTyped, StateFields, stateOf, Who } from './class-state'
import { useCheckPickup, useLeave } from './use-class'
import { classWords as words } from './words'

/** Fetched by the code; or, without one, by somebody whom the guardian confirmed on the telephone. */
export function LeaveForm(props: FormProps) {
  const online = useOnline()
  const [byPhone, setByPhone] = useState(false)
  return (
    <View className="workbench-child__form">
      {online && !byPhone ? (
        <ByCode {...props} onPhone={() => setByPhone(true)} />
      ) : (
        <ByPhone {...props} onCode={online ? () => setByPhone(false) : undefined} />
      )}
    </View>
  )
}

function ByCode({
  placeId,
  child: { bookingId, forName },
  onDone,
  onClose,
  onPhone,
}: FormProps & { onPhone: () => void }) {
  const [code, setCode] = useState('')
  const [checked, setChecked] = useState<CheckedPickup | null>(null)
  const [typed, setTyped] = useState(nothingTyped)
  const checking = useCheckPickup()
  const leaving = useLeave(placeId, () => words.toLeave(forName))
  const isCode = /^\d{6}$/.test(code.trim())
  const { wrong, tried } = useChecked<'code', object>(isCode ? {} : { wrong: { code: words.mustCode } })
  const check = async () => {
    tried()
    if (isCode) setChecked(await checking.send({ bookingId, code: code.trim() }))
  }
  const leave = async () => {
    const state = stateOf(typed)
    if (state && (await leaving.send({ bookingId, at: now(), code: code.trim(), ...state }))) await onDone()
  }
  return (
    <>
      <Field
        label={words.code}
        kind="number"
        hint={words.codeHint}
        placeholder={words.codeExample}
        value={code}
        error={wrong.code ?? ''}
        required
        onChange={value => {
          setCode(value)
          setChecked(null)
          checking.clear()
        }}
        onConfirm={check}
      />
      {checking.problem && <Refusal problem={checking.problem} />}
      {checked && (
        <>
          <Notice tone="green">{words.codeFor(partyWords(checked.party))}</Notice>
          <StateFields typed={typed} asks={['meal', 'given']} onChange={setTyped} />
          <Outcome of={leaving} />
        </>
      )}
      <FormActs
        kind="next"
        label={checked ? words.fetched(checked.party.name) : words.check}
        busy={checking.busy || leaving.busy}
        onTap={checked ? leave : check}
        other={{ label: words.byPhone, onTap: onPhone }}
        onClose={onClose}
      />
    </>
  )
}

function ByPhone({
  placeId,
  child: { bookingId, forName, fetchers },
  onDone,
  onClose,
  onCode,
}: FormProps & { onCode?: (() => void) | undefined }) {
  const [who, setWho] = useState<string>(GUARDIAN)
  const [by, setBy] = useState('')
  const [typed, setTyped] = useState(nothingTyped)
  const leaving = useLeave(placeId, () => words.toLeave(forName))
  const isRight = by.trim() !== ''
  const { wrong, tried } = useChecked<'by', object>(isRight ? {} : { wrong: { by: words.mustConfirm } })
  const leave = async () => {
    tried()
    const state = stateOf(typed)
    if (!isRight || !state) return
    const fetcher = who === GUARDIAN ? {} : { fetcherId: who }
    if (await leaving.send({ bookingId, at: now(), confirmedBy: by, ...fetcher, ...state })) await onDone()
  }
  return (
    <>
      <Who label={words.whoFetches} fetchers={fetchers} value={who} onChange={setWho} />
      <Field
        label={words.confirmedBy}
        placeholder={words.confirmedExample}
        maxLength={20}
        value={by}
        error={wrong.by ?? ''}
        required
        onChange={setBy}
      />
      <StateFields typed={typed} asks={['meal', 'given']} onChange={setTyped} />
      <Outcome of={leaving} />
      <FormActs
        kind="next"
        label={words.leave}
        busy={leaving.busy}
        onTap={leave}
        other={onCode && { label: words.byCode, onTap: onCode }}
        onClose={onClose}
      />
    </>
  )
}
