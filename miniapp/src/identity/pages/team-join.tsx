import { readCode } from '@yike/shared/identity/rules'
import type { OfferedTeam } from '@yike/shared/identity/schema/team'
import { useState } from 'react'
import { useComfort } from '../../platform/comfort'
import { goBack, openInstead } from '../../platform/route'
import { useMe } from '../../platform/session'
import { Answer, Button, Field, lengthOf, Question, Refusal, Screen, Stack } from '../../ui'
import { CodeField, onPhone, scan } from '../code-field'
import { AskCode } from '../elder/code'
import '../identity.css'
import { useJoinTeam, useReadTeam } from '../use-team'
import { teamWords as words } from '../words/team'

/** Joining a team by the code that one was told: which, under what name, and then yes. */
export default function TeamJoinPage() {
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  const [offered, setOffered] = useState<OfferedTeam | null>(null)
  const { elder } = useComfort()
  const title = elder ? undefined : words.title
  const reading = useReadTeam()
  const code = readCode(typed)

  const read = async (from: string) => {
    const found = readCode(from)
    setTyped(from)
    setTried(true)
    if (found) setOffered(await reading.send({ code: found }))
  }
  const scanned = async () => {
    const found = await scan()
    if (found) await read(found)
  }

  if (offered && code)
    return (
      <Screen title={title}>
        <Offer code={code} offered={offered} />
      </Screen>
    )
  const entry = {
    typed,
    wrong: tried && !code,
    onType: (written: string) => {
      setTyped(written)
      reading.clear()
    },
    onRead: () => read(typed),
  }
  if (elder)
    return (
      <Screen>
        <AskCode
          words={words}
          {...entry}
          busy={reading.busy}
          problem={reading.problem}
          onScan={onPhone ? scanned : undefined}
        />
      </Screen>
    )
  return (
    <Screen
      title={title}
      foot={
        <Button kind="next" busy={reading.busy} onTap={() => read(typed)}>
          {words.read}
        </Button>
      }
    >
      <Stack>
        {onPhone && <Answer icon="search" title={words.scan} onTap={scanned} />}
        <CodeField words={words} {...entry} />
        {reading.problem && <Refusal problem={reading.problem} />}
      </Stack>
    </Screen>
  )
}

function Offer({ code, offered }: { code: string; offered: OfferedTeam }) {
  const [name, setName] = useState(useMe()?.name ?? '')
  const [tried, setTried] = useState(false)
  const joining = useJoinTeam()
  const { teamId, communityName, role } = offered
  const leads = role === 'leader'
  const join = async () => {
    setTried(true)
    if (lengthOf(name) > 0 && (await joining.send({ code, name })))
      openInstead('/identity/pages/team', { teamId })
  }
  return (
    <>
      <Question>
        {leads ? words.offerLead(offered.name, communityName) : words.offer(offered.name, communityName)}
      </Question>
      <Field
        label={words.callMe}
        placeholder={words.callMeExample}
        hint={words.callMeHint}
        value={name}
        required
        maxLength={20}
        error={tried && lengthOf(name) === 0 ? words.nameMissing : ''}
        onChange={setName}
      />
      {joining.problem && <Refusal problem={joining.problem} />}
      <Answer
        kind="next"
        icon="check"
        title={leads ? words.takeLead : words.take}
        busy={joining.busy}
        onTap={join}
      />
      <Answer title={words.later} onTap={goBack} />
    </>
  )
}
