import type { Community } from '@yike/shared/identity/schema'
import { useState } from 'react'
import { api } from '../../platform/api'
import { useQuery } from '../../platform/use-query'
import { useWide } from '../../platform/use-wide'
import { Empty, Loaded, Segments, Stack } from '../../ui'
import { CoverageSheet } from '../coverage-sheet'
import { StaffScreen } from '../staff-screen'
import { choose, chosenOf, usePosts } from '../use-workbench'
import { coverageWords, words } from '../words'

const useCoverage = (community: string) =>
  useQuery(`circle.coverage:${community}`, () => api.circle.coverage({ community }), {
    empty: ({ coverage }) => coverage === undefined,
  })

/** Who reaches what on foot, community by community. */
export default function CoveragePage() {
  const wide = useWide()
  const posts = usePosts()
  return (
    <StaffScreen wide={wide} title={coverageWords.link}>
      <Loaded query={posts} empty={<Empty title={words.noPost} text={words.noPostText} icon="people" />}>
        {({ communities }) => <Communities communities={communities} />}
      </Loaded>
    </StaffScreen>
  )
}

function Communities({ communities }: { communities: readonly Community[] }) {
  const [community, setCommunity] = useState(() => chosenOf(communities))
  const query = useCoverage(community)
  return (
    <Stack>
      {communities.length > 1 && (
        <Segments
          label={words.community}
          options={communities.map(({ code, name }) => ({ value: code, label: name }))}
          value={community}
          onChange={code => {
            choose(code)
            setCommunity(code)
          }}
        />
      )}
      <Loaded
        query={query}
        empty={<Empty title={coverageWords.none} text={coverageWords.noneText} icon="people" />}
      >
        {({ coverage }) => coverage && <CoverageSheet key={community} coverage={coverage} />}
      </Loaded>
    </Stack>
  )
}
