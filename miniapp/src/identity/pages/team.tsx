import {
  booksForTeam,
  type TeamCode,
  type TeamMember,
  type TeamPage,
} from '@yike/shared/identity/schema/team'
import { useState } from 'react'
import { useComfort } from '../../platform/comfort'
import { open, useParams } from '../../platform/route'
import { spokenList } from '../../platform/spoken'
import { Answer, Cell, Face, Facts, Few, Loaded, More, Notice, Question, Screen, Section } from '../../ui'
import { needing } from '../../ui/needing'
import '../identity.css'
import { About, Invite, Leave, Tell } from '../team-acts'
import { useTeam } from '../use-team'
import { teamWords as words } from '../words/team'

/** A team that I am in: who books for it and, where I lead it, who else is in it and may. One question at a time. */
function OneTeam() {
  const { teamId = '' } = useParams()
  const { elder } = useComfort()
  const { first, pages, more, busy } = useTeam(teamId)
  const [code, setCode] = useState<TeamCode | null>(null)
  const [chosen, setChosen] = useState<TeamMember | null>(null)
  const [isLeaving, setIsLeaving] = useState(false)
  const list = pages.flatMap(page => page.list)
  const changed = async () => {
    await first.refresh()
    setChosen(null)
  }
  return (
    <Screen title={elder ? undefined : words.title}>
      <Loaded query={first}>
        {team => {
          if (code) return <Tell code={code} onDone={() => setCode(null)} />
          if (chosen)
            return (
              <About teamId={teamId} member={chosen} onChanged={changed} onBack={() => setChosen(null)} />
            )
          if (isLeaving) return <Leave team={team} onStay={() => setIsLeaving(false)} />
          const leads = team.role === 'leader'
          const tap = (member: TeamMember) =>
            leads && !member.me && member.role !== 'leader' ? () => setChosen(member) : undefined
          return (
            <>
              <Said team={team} />
              <Answer
                icon="calendar"
                title={words.booked}
                onTap={() => open('/booking/pages/team', { teamId, name: team.name })}
              />
              {leads && team.state === 'open' && <Invite teamId={teamId} onCode={setCode} />}
              {elder ? (
                <>
                  <Facts>{[leads ? words.everybody : words.whoBooks]}</Facts>
                  <Few of={list} more={more} busy={busy}>
                    {member => (
                      <Answer
                        key={member.memberId}
                        icon="person"
                        title={member.name}
                        note={noteOf(member)}
                        disabled={!tap(member)}
                        onTap={() => tap(member)?.()}
                      />
                    )}
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
              {team.role && <Answer icon="cross" title={words.leave} onTap={() => setIsLeaving(true)} />}
            </>
          )
        }}
      </Loaded>
    </Screen>
  )
}

const noteOf = ({ role, me }: TeamMember): string =>
  spokenList(me && words.me, role !== 'left' && words.roles[role])

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
