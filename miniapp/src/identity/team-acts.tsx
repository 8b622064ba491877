import { View } from '@tarojs/components'
import { spokenCode } from '@yike/shared/identity/rules'
import type { TeamCode, TeamMember, TeamPage } from '@yike/shared/identity/schema/team'
import { useState } from 'react'
import { Qr } from '../booking/qr'
import { useComfort } from '../platform/comfort'
import { openInstead } from '../platform/route'
import { now, spokenMoment } from '../platform/spoken'
import { Answer, Facts, Question, Refusal } from '../ui'
import { Sure } from '../ui/sure'
import './desk.css'
import { ReadOut } from './elder/code'
import './identity.css'
import { useInviteMembers, useLeaveTeam, useRemoveMember, useSetMember } from './use-team'
import { teamWords as words } from './words/team'

export function Invite({ teamId, onCode }: { teamId: string; onCode: (code: TeamCode) => void }) {
  const inviting = useInviteMembers()
  const invite = async () => {
    const told = await inviting.send({ teamId })
    if (told) onCode(told)
  }
  return (
    <>
      {inviting.problem && <Refusal problem={inviting.problem} />}
      <Answer kind="next" icon="plus" title={words.invite} busy={inviting.busy} onTap={invite} />
    </>
  )
}

export function Tell({ code: { code, endsAt }, onDone }: { code: TeamCode; onDone: () => void }) {
  const { elder } = useComfort()
  const how = words.tellHow(spokenMoment(endsAt, now()))
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
      <Facts>{[how]}</Facts>
      <Answer kind="next" icon="check" title={words.told} onTap={onDone} />
    </>
  )
}

interface AboutProps {
  teamId: string
  member: TeamMember
  onChanged: () => Promise<void>
  onBack: () => void
}

/** To who leads it: what one member may do. */
export function About({ teamId, member: { memberId, name, role }, onChanged, onBack }: AboutProps) {
  const [isRemoving, setIsRemoving] = useState(false)
  const setting = useSetMember()
  const removing = useRemoveMember()
  const set = async () => {
    if (await setting.send({ teamId, memberId, mayBook: role === 'member' })) await onChanged()
  }
  const remove = async () => {
    if (await removing.send({ teamId, memberId })) await onChanged()
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
      <Answer icon="back" title={words.back} onTap={onBack} />
    </>
  )
}

export function Leave({ team: { teamId, name }, onStay }: { team: TeamPage; onStay: () => void }) {
  const leaving = useLeaveTeam()
  const leave = async () => {
    if (await leaving.send({ teamId })) openInstead('/identity/pages/teams')
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
      onNo={onStay}
    />
  )
}
