import type { Community } from '@yike/shared/identity/schema'
import { useState } from 'react'
import { open } from '../../platform/route'
import { now, spokenDay, spokenList } from '../../platform/spoken'
import { Cell, Empty, Loaded, More, Stack, Tag } from '../../ui'
import { CommunityChoice } from '../community-choice'
import { StaffScreen } from '../staff-screen'
import { useSeasonsOf } from '../use-season'
import { choose, chosenOf, usePosts } from '../use-workbench'
import { words as pageWords, seasonStateWords, seasonDeskWords as words } from '../words'

/** Seasons of the communities that I answer for. */
export default function SeasonsPage() {
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
  const { first, pages, more, busy } = useSeasonsOf(community)
  const at = now()
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
      <Loaded query={first} empty={<Empty title={words.none} text={words.noneText} icon="calendar" />}>
        {() => (
          <>
            {pages
              .flatMap(({ seasons }) => seasons)
              .map(({ seasonId, offeringName, placeName, state, asked, from, to }) => (
                <Cell
                  key={seasonId}
                  title={spokenList(offeringName, placeName)}
                  note={spokenList(words.span(spokenDay(from, at), spokenDay(to, at)), words.asked(asked))}
                  aside={<Tag tone={seasonStateWords[state].tone}>{seasonStateWords[state].word}</Tag>}
                  onTap={() => open('/workbench/pages/season', { seasonId })}
                />
              ))}
            <More more={more} busy={busy} />
          </>
        )}
      </Loaded>
    </Stack>
  )
}
