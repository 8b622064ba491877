import type { OfferedTeam } from '@yike/shared/identity/schema/team'
import { useState } from 'react'
import { goBack, openInstead } from '../../platform/route'
import { useMe } from '../../platform/session'
import { useDraft } from '../../platform/use-draft'
import { Answer, Field, lengthOf, Question, Refusal } from '../../ui'
import { CodePage } from '../code-page'
import '../identity.css'
import { useJoinTeam, useReadTeam } from '../use-team'
import { teamWords as words } from '../words/team'

/** Joining a team by the code that one was told: which, under what name, and then yes. */
export default function TeamJoinPage() {
  return (
    <CodePage words={words} reading={useReadTeam()}>
      {(offered, code) => <Offer code={code} offered={offered} />}
    </CodePage>
  )
}

function Offer({ code, offered }: { code: string; offered: OfferedTeam }) {
  const { draft, change, forget } = useDraft('team', offered.teamId, { name: useMe()?.name ?? '' })
  const { name } = draft
  const [tried, setTried] = useState(false)
  const joining = useJoinTeam()
  const { teamId, communityName, role } = offered
  const leads = role === 'leader'
  const join = async () => {
    setTried(true)
    if (lengthOf(name) === 0 || !(await joining.send({ code, name }))) return
    forget()
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
        onChange={written => change({ name: written })}
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
