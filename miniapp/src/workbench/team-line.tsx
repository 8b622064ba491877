import { View } from '@tarojs/components'
import type { Team, TeamCode, TeamMember } from '@yike/shared/identity/schema/team'
import { useState } from 'react'
import { now, spokenMoment } from '../platform/spoken'
import { Button, Cell, Confirm, Face, Icon, Loaded, More, Refusal, Tag } from '../ui'
import './staff.css'
import { LeaderCode } from './team-form'
import { useCloseTeam, useInviteLeader, useMembers, useRemoveMember, useReopenTeam } from './use-teams'
import { teamWords as words } from './words'

interface TeamLineProps {
  team: Team
  onChanged: () => Promise<void>
}

/** One team: another leader, closing it and opening it again; who is in it only once that is asked. */
export function TeamLine({ team, onChanged }: TeamLineProps) {
  const { teamId, name, members, number, since, state } = team
  const [isOpen, setIsOpen] = useState(false)
  const [isClosing, setIsClosing] = useState(false)
  const [told, setTold] = useState<TeamCode | null>(null)
  const inviting = useInviteLeader()
  const closing = useCloseTeam()
  const reopening = useReopenTeam()
  const invite = async () => setTold(await inviting.send({ teamId }))
  const close = async () => {
    const done = await closing.send({ teamId })
    setIsClosing(false)
    if (done) await onChanged()
  }
  const reopen = async () => {
    if (await reopening.send({ teamId })) await onChanged()
  }
  const problem = inviting.problem ?? closing.problem ?? reopening.problem
  return (
    <>
      <View className="workbench-team">
        <Cell
          title={name}
          note={words.note(members, number, spokenMoment(since, now()))}
          lead={<Icon name="people" />}
          aside={state === 'closed' && <Tag tone="quiet">{words.closed}</Tag>}
        />
        <View className="workbench-team__acts">
          <Button compact kind="calm" label={words.openOf(name)} onTap={() => setIsOpen(!isOpen)}>
            {words.open}
          </Button>
          {state === 'open' ? (
            <>
              <Button compact kind="calm" label={words.codeOf(name)} busy={inviting.busy} onTap={invite}>
                {words.code}
              </Button>
              <Button compact kind="calm" label={words.closeOf(name)} onTap={() => setIsClosing(true)}>
                {words.close}
              </Button>
            </>
          ) : (
            <Button compact kind="calm" label={words.reopenOf(name)} busy={reopening.busy} onTap={reopen}>
              {words.reopen}
            </Button>
          )}
        </View>
      </View>
      {problem && <Refusal problem={problem} />}
      {told && <LeaderCode name={name} {...told} onTold={() => setTold(null)} />}
      {isOpen && <Members teamId={teamId} onChanged={onChanged} />}
      <Confirm
        open={isClosing}
        question={words.closeAsk(name)}
        yes={words.close}
        no={words.keep}
        busy={closing.busy}
        onYes={close}
        onNo={() => setIsClosing(false)}
      >
        <View>{words.closeText}</View>
      </Confirm>
    </>
  )
}

function Members({ teamId, onChanged }: { teamId: string; onChanged: () => Promise<void> }) {
  const { first, pages, more, busy } = useMembers(teamId)
  const changed = async () => {
    await first.refresh()
    await onChanged()
  }
  return (
    <View className="workbench-team__members">
      <View className="workbench-staff__how">{words.looked}</View>
      <Loaded query={first} empty={<View className="workbench-staff__how">{words.nobody}</View>}>
        {() => (
          <>
            {pages
              .flatMap(({ list }) => list)
              .map(member => (
                <Member key={member.memberId} teamId={teamId} member={member} onChanged={changed} />
              ))}
            <More more={more} busy={busy} />
          </>
        )}
      </Loaded>
    </View>
  )
}

interface MemberProps {
  teamId: string
  member: TeamMember
  onChanged: () => Promise<void>
}

function Member({ teamId, member: { memberId, name, role }, onChanged }: MemberProps) {
  const [asking, setAsking] = useState(false)
  const removing = useRemoveMember()
  const remove = async () => {
    if (!(await removing.send({ teamId, memberId }))) return
    setAsking(false)
    await onChanged()
  }
  return (
    <>
      <Cell
        title={name}
        note={role === 'left' ? '' : words.role[role]}
        lead={<Face name={name} />}
        aside={
          <Button compact kind="calm" label={words.removeOf(name)} onTap={() => setAsking(true)}>
            {words.remove}
          </Button>
        }
      />
      <Confirm
        open={asking}
        question={words.removeAsk(name)}
        yes={words.yes}
        no={words.no}
        busy={removing.busy}
        onYes={remove}
        onNo={() => setAsking(false)}
      >
        {removing.problem ? <Refusal problem={removing.problem} /> : <View>{words.removeText}</View>}
      </Confirm>
    </>
  )
}
