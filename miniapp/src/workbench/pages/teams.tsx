import { View } from '@tarojs/components'
import type { Community } from '@yike/shared/identity/schema'
import { useState } from 'react'
import { Empty, Loaded, More, Section, Stack } from '../../ui'
import { CommunityChoice } from '../community-choice'
import '../staff.css'
import { StaffScreen } from '../staff-screen'
import { TeamForm } from '../team-form'
import { TeamLine } from '../team-line'
import { useTeamsOf } from '../use-teams'
import { choose, chosenOf, usePosts } from '../use-workbench'
import { words as pageWords, teamWords as words } from '../words'

/** Teams of the communities that I answer for: registering one, who leads it, whether it books. */
export default function TeamsPage() {
  const posts = usePosts()
  return (
    <StaffScreen title={words.title}>
      <Loaded
        query={posts}
        empty={<Empty title={pageWords.noPost} text={pageWords.noPostText} icon="people" />}
      >
        {({ communities }) => <Communities communities={communities} />}
      </Loaded>
    </StaffScreen>
  )
}

function Communities({ communities }: { communities: readonly Community[] }) {
  const [community, setCommunity] = useState(() => chosenOf(communities))
  const { first, pages, more, busy } = useTeamsOf(community ?? '')
  const teams = pages.flatMap(page => page.teams)
  return (
    <Stack>
      <CommunityChoice
        communities={communities}
        value={community}
        onChange={code => {
          choose(code)
          setCommunity(code)
        }}
      />
      <View className="workbench-staff">
        <Section title={words.list}>
          <Loaded query={first}>
            {() => (
              <>
                {teams.length === 0 && <Empty title={words.none} text={words.noneText} icon="people" />}
                {teams.map(team => (
                  <TeamLine key={team.teamId} team={team} onChanged={first.refresh} />
                ))}
                <More more={more} busy={busy} />
              </>
            )}
          </Loaded>
        </Section>
        <Section title={words.register}>
          <TeamForm key={community} community={community ?? ''} onRegistered={first.refresh} />
        </Section>
      </View>
    </Stack>
  )
}
