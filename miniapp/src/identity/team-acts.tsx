import { View } from '@tarojs/components'
import { spokenCode } from '@yike/shared/identity/rules'
import type { TeamCode, TeamMember, TeamPage } from '@yike/shared/identity/schema/team'
import { useState } from 'react'
import { Qr } from '../booking/qr'
import { useComfort } from '../platform/comfort'
import { goBack, leaveForm } from '../platform/route'
import { now, spokenMoment } from '../platform/spoken'
import { useCopy } from '../platform/use-copy'
import { Answer, Facts, Notice, Question, Refusal } from '../ui'
import { Sure } from '../ui/sure'
import './desk.css'
import { ReadOut } from './elder/code'
import './identity.css'
import { useInviteMembers, useLeaveTeam, useRemoveMember, useSetMember } from './use-team'
import { teamWords as words } from './words/team'

/** A code to join by. Only its digest is kept: it is shown once, and another one ends it, which is said before. */
export function Invite({ teamId }: { teamId: string }) {
  const inviting = useInviteMembers()
  const [code, setCode] = useState<TeamCode | null>(null)
  if (code) return <Tell code={code} />
  const invite = async () => setCode(await inviting.send({ teamId }))
  return (
    <>
      <Question>{words.invite}</Question>
      <Facts>{words.inviteText}</Facts>
      {inviting.problem && <Refusal problem={inviting.problem} />}
      <Answer kind="next" icon="plus" title={words.make} busy={inviting.busy} onTap={invite} />
    </>
  )
}

function Tell({ code: { code, endsAt } }: { code: TeamCode }) {
  const { elder } = useComfort()
  const [copied, copy] = useCopy()
  return (
    <>
      <Question>{words.tell}</Question>
      {elder ? (
        <ReadOut code={code} />
      ) : (
        <View className="identity-desk">
          <Qr text={code} label={words.qr} />
          <View className="identity-desk__number">{spokenCode(code)}</View>
        </View>
      )}
      <Facts>{[words.tellHow(spokenMoment(endsAt, now()))]}</Facts>
      <Answer kind="next" icon="share" title={words.copy} onTap={() => copy(spokenCode(code))} />
      <Answer icon="check" title={words.told} onTap={goBack} />
      {copied && <Notice tone="green">{words.copied}</Notice>}
    </>
  )
}

interface AboutProps {
  teamId: string
  member: TeamMember
  onChanged: () => void
}

/** To who leads it: what one member may do. */
export function About({ teamId, member: { memberId, name, role }, onChanged }: AboutProps) {
  const [isRemoving, setIsRemoving] = useState(false)
  const setting = useSetMember()
  const removing = useRemoveMember()
  const set = async () => {
    if (await setting.send({ teamId, memberId, mayBook: role === 'member' })) onChanged()
  }
  const remove = async () => {
    if (await removing.send({ teamId, memberId })) onChanged()
  }
  if (isRemoving)
    return (
      <Sure
        question={words.removeAsk(name)}
        text={words.removeText}
        yes={words.remove}
        no={words.keep}
        busy={removing.busy}
        problem={removing.problem}
        onYes={remove}
        onNo={() => setIsRemoving(false)}
      />
    )
  return (
    <>
      <Question>{name}</Question>
      {setting.problem && <Refusal problem={setting.problem} />}
      <Answer
        kind={role === 'member' ? 'next' : 'plain'}
        icon={role === 'member' ? 'check' : 'minus'}
        title={role === 'member' ? words.letBook : words.letNot}
        busy={setting.busy}
        onTap={set}
      />
      <Answer icon="cross" title={words.remove} onTap={() => setIsRemoving(true)} />
    </>
  )
}

export function Leave({ team: { teamId, name } }: { team: TeamPage }) {
  const leaving = useLeaveTeam()
  const leave = async () => {
    if (await leaving.send({ teamId })) leaveForm()
  }
  return (
    <Sure
      question={words.leaveAsk(name)}
      text={words.leaveText}
      yes={words.leave}
      no={words.keep}
      busy={leaving.busy}
      problem={leaving.problem}
      onYes={leave}
      onNo={goBack}
    />
  )
}
