import { MOST_FETCHERS } from '@yike/shared/booking/rules/pickup'
import type { Fetcher, Pickup } from '@yike/shared/booking/schema/pickup'
import { addMinutes, localDate } from '@yike/shared/kernel/time'
import { useState } from 'react'
import { goBack, open } from '../../../platform/route'
import { now, spokenDay, spokenList } from '../../../platform/spoken'
import { Answer, Facts, Field, Question, Refusal } from '../../../ui'
import { Sure } from '../../../ui/sure'
import { PICKUP, useCorrectFetcher, useEndFetcher } from '../../use-pickup'
import { pickupElder as elderWords, pickupWords as words } from '../../words/pickup'

/** Who may fetch: each is an answer that leads to taking them off. */
export function Names({ pickup: { bookingId, fetchers } }: { pickup: Pickup }) {
  return (
    <>
      <Question>{words.who}</Question>
      <Facts>{[words.whoText]}</Facts>
      {fetchers.map(fetcher => (
        <Answer
          key={fetcher.fetcherId}
          icon="person"
          title={fetcher.name}
          note={saidOf(fetcher)}
          onTap={() => open(PICKUP, { bookingId, part: 'names', fetcherId: fetcher.fetcherId })}
        />
      ))}
      {fetchers.length < MOST_FETCHERS && (
        <Answer
          kind="next"
          icon="plus"
          title={words.add}
          onTap={() => open(PICKUP, { bookingId, part: 'new' })}
        />
      )}
    </>
  )
}

const saidOf = ({ relation, onlyThis, untilAt, staffNumber, was }: Fetcher): string =>
  spokenList(
    words.relations[relation],
    onlyThis ? words.onlyThis : words.until(spokenDay(localDate(addMinutes(untilAt, -1)), now())),
    was && words.was(was),
    staffNumber && words.byStaff(staffNumber),
  )

export interface OneProps {
  bookingId: string
  fetcher: Fetcher
  onChanged: () => Promise<void>
}

export function One({ bookingId, fetcher, onChanged }: OneProps) {
  const { fetcherId, name } = fetcher
  const [isEnding, setIsEnding] = useState(false)
  const [isCorrecting, setIsCorrecting] = useState(false)
  const ending = useEndFetcher()
  const end = async () => {
    if (!(await ending.send({ bookingId, fetcherId }))) return
    await onChanged()
    goBack()
  }
  if (isEnding)
    return (
      <Sure
        question={words.endAsk(name)}
        text={words.endText}
        yes={words.endYes}
        no={words.keep}
        busy={ending.busy}
        problem={ending.problem}
        onYes={end}
        onNo={() => setIsEnding(false)}
      />
    )
  if (isCorrecting) return <Correct bookingId={bookingId} fetcher={fetcher} onChanged={onChanged} />
  return (
    <>
      <Question>{name}</Question>
      <Facts>{[saidOf(fetcher)]}</Facts>
      <Answer icon="person" title={elderWords.correctOf(name)} onTap={() => setIsCorrecting(true)} />
      <Answer icon="cross" title={elderWords.endOf(name)} onTap={() => setIsEnding(true)} />
    </>
  )
}

function Correct({ bookingId, fetcher: { fetcherId, name }, onChanged }: OneProps) {
  const [typed, setTyped] = useState('')
  const [missing, setMissing] = useState('')
  const correcting = useCorrectFetcher()
  const save = async () => {
    if (typed.trim() === '') return setMissing(words.mustName)
    if (!(await correcting.send({ bookingId, fetcherId, name: typed }))) return
    await onChanged()
    goBack()
  }
  return (
    <>
      <Question>{elderWords.whichName}</Question>
      <Facts>{[words.was(name), words.correctText]}</Facts>
      <Field
        label={words.name}
        maxLength={20}
        value={typed}
        error={missing}
        required
        first
        onChange={written => {
          setTyped(written)
          setMissing('')
        }}
        onConfirm={save}
      />
      {correcting.problem && <Refusal problem={correcting.problem} />}
      <Answer kind="next" icon="check" title={words.correct} busy={correcting.busy} onTap={save} />
    </>
  )
}
