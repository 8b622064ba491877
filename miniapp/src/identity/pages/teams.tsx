import type { Membership } from '@yike/shared/identity/schema/team'
import { useComfort } from '../../platform/comfort'
import { open } from '../../platform/route'
import { spokenList } from '../../platform/spoken'
import { Answer, Cell, Empty, Facts, Few, Icon, Loaded, More, Question, Screen, Section, Tag } from '../../ui'
import '../identity.css'
import { useTeams } from '../use-team'
import { teamWords as words } from '../words/team'

const join = () => open('/identity/pages/team-join')

/** Teams that I am in, and the way into one. */
export default function TeamsPage() {
  const { elder } = useComfort()
  const { first, pages, more, busy } = useTeams()
  const teams = pages.flatMap(page => page.teams)
  const none = <Empty title={words.none} text={words.noneText} icon="people" />
  if (elder)
    return (
      <Screen>
        <Question>{words.title}</Question>
        <Loaded query={first} empty={none}>
          {() => (
            <Few of={teams} more={more} busy={busy}>
              {team => (
                <Answer
                  key={team.teamId}
                  icon="people"
                  title={team.name}
                  note={saidOf(team)}
                  onTap={() => open('/identity/pages/team', { teamId: team.teamId })}
                />
              )}
            </Few>
          )}
        </Loaded>
        <Answer icon="plus" title={words.enter} onTap={join} />
      </Screen>
    )
  return (
    <Screen title={words.title}>
      <Facts>{[words.how]}</Facts>
      <Section title={words.title}>
        <Loaded query={first} empty={none}>
          {() => (
            <>
              {teams.map(team => (
                <Line key={team.teamId} team={team} />
              ))}
              <More more={more} busy={busy} />
            </>
          )}
        </Loaded>
      </Section>
      <Answer icon="plus" title={words.enter} onTap={join} />
    </Screen>
  )
}

const saidOf = ({ state, role, communityName, members }: Membership): string =>
  spokenList(state === 'closed' ? words.closed : words.roles[role], communityName, words.members(members))

function Line({ team }: { team: Membership }) {
  const { teamId, name, state, role, communityName, members } = team
  return (
    <Cell
      title={name}
      note={spokenList(communityName, words.members(members))}
      lead={<Icon name="people" />}
      aside={
        <Tag tone={state === 'open' && role !== 'member' ? 'green' : 'quiet'}>
          {state === 'closed' ? words.closed : words.roles[role]}
        </Tag>
      }
      onTap={() => open('/identity/pages/team', { teamId })}
    />
  )
}
