import { booksForTeam, type TeamMember, type TeamPage } from '@yike/shared/identity/schema/team'
import { useEffect } from 'react'
import { useComfort } from '../../platform/comfort'
import { goBack, open, useParams } from '../../platform/route'
import { spokenList } from '../../platform/spoken'
import {
  Answer,
  Cell,
  Face,
  Facts,
  Few,
  Loaded,
  More,
  Notice,
  Question,
  Screen,
  Section,
  Skeleton,
} from '../../ui'
import { needing } from '../../ui/needing'
import '../identity.css'
import { About, Invite, Leave } from '../team-acts'
import { useTeam } from '../use-team'
import { teamWords as words } from '../words/team'

const TEAM = '/identity/pages/team'

/**
 * A team that I am in: who books for it and, where I lead it, who else is in it and may. One question at a time, each with
 * an address of its own: the way back leads to the one before.
 */
function OneTeam() {
  const { teamId = '', memberId, step } = useParams()
  const { elder } = useComfort()
  const { first, pages, more, busy } = useTeam(teamId)
  const list = pages.flatMap(page => page.list)
  const chosen = list.find(member => member.memberId === memberId)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever stands further down is looked for once per page.
  useEffect(() => {
    if (memberId && !chosen) more?.()
  }, [pages.length])
  return (
    <Screen title={elder ? undefined : words.title}>
      <Loaded query={first}>
        {team => {
          const leads = team.role === 'leader'
          const invites = leads && team.state === 'open'
          if (step === 'invite' && invites) return <Invite teamId={teamId} />
          if (step === 'leave' && team.role) return <Leave team={team} />
          if (chosen && leads) return <About teamId={teamId} member={chosen} onChanged={goBack} />
          if (memberId && busy) return <Skeleton />
          const tap = (member: TeamMember) =>
            leads && !member.me && member.role !== 'leader'
              ? () => open(TEAM, { teamId, memberId: member.memberId })
              : undefined
          return (
            <>
              <Said team={team} />
              <Answer
                icon="calendar"
                title={words.booked}
                onTap={() => open('/booking/pages/team', { teamId, name: team.name })}
              />
              {invites && (
                <Answer
                  kind="next"
                  icon="plus"
                  title={words.invite}
                  onTap={() => open(TEAM, { teamId, step: 'invite' })}
                />
              )}
              {elder ? (
                <>
                  <Facts>{[leads ? words.everybody : words.whoBooks]}</Facts>
                  <Few of={list} more={more} busy={busy}>
                    {member => <Large key={member.memberId} member={member} onTap={tap(member)} />}
                  </Few>
                </>
              ) : (
                <Section title={leads ? words.everybody : words.whoBooks}>
                  {list.map(member => (
                    <Cell
                      key={member.memberId}
                      title={member.name}
                      note={noteOf(member)}
                      lead={<Face name={member.name} />}
                      onTap={tap(member)}
                    />
                  ))}
                  <More more={more} busy={busy} />
                </Section>
              )}
              {team.role && (
                <Answer
                  icon="cross"
                  title={words.leave}
                  onTap={() => open(TEAM, { teamId, step: 'leave' })}
                />
              )}
            </>
          )
        }}
      </Loaded>
    </Screen>
  )
}

const noteOf = ({ role, me }: TeamMember): string =>
  spokenList(me && words.me, role !== 'left' && words.roles[role])

/** 长辈版 of one of them: an answer where one may change something of theirs, else no more than a line. */
const Large = ({ member, onTap }: { member: TeamMember; onTap: (() => void) | undefined }) =>
  onTap ? (
    <Answer icon="person" title={member.name} note={noteOf(member)} onTap={onTap} />
  ) : (
    <Facts>{[spokenList(member.name, noteOf(member))]}</Facts>
  )

function Said({ team: { name, communityName, members, number, state, role } }: { team: TeamPage }) {
  return (
    <>
      <Question>{name}</Question>
      {state === 'closed' && <Notice tone="waiting">{words.closedText}</Notice>}
      <Facts>
        {[
          spokenList(communityName, words.members(members), words.number(number)),
          state === 'open' && (booksForTeam(role ?? '') ? words.mayBook : words.mayNot),
        ]}
      </Facts>
    </>
  )
}

export default needing(['teamId'], OneTeam)
