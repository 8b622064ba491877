import type { Community } from '@yike/shared/identity/schema'
import { useState } from 'react'
import { api } from '../../platform/api'
import { useMe } from '../../platform/session'
import { useQuery } from '../../platform/use-query'
import { useWide } from '../../platform/use-wide'
import { Empty, Loaded, Segments, Stack } from '../../ui'
import { CoverageSheet } from '../coverage-sheet'
import { StaffScreen } from '../staff-screen'
import { choose, chosenOf, usePosts } from '../use-workbench'
import { regionsOf } from '../view/coverage'
import { coverageWords, words } from '../words'

const useCoverage = (region: string) =>
  useQuery(`circle.coverage:${region}`, () => api.circle.coverage({ region }), {
    empty: ({ coverage }) => coverage === undefined,
  })

/** Who reaches what on foot: of all that one answers for, and community by community. */
export default function CoveragePage() {
  const wide = useWide()
  const posts = usePosts()
  return (
    <StaffScreen wide={wide} title={coverageWords.link}>
      <Loaded query={posts} empty={<Empty title={words.noPost} text={words.noPostText} icon="people" />}>
        {({ communities }) => <Regions communities={communities} />}
      </Loaded>
    </StaffScreen>
  )
}

function Regions({ communities }: { communities: readonly Community[] }) {
  const regions = regionsOf(communities, useMe()?.scope ?? null)
  const [widest] = regions
  const isWide = widest && regions.length > communities.length
  const [region, setRegion] = useState(() => (isWide ? widest.code : chosenOf(communities)))
  const query = useCoverage(region)
  return (
    <Stack>
      {regions.length > 1 && (
        <Segments
          label={words.community}
          options={regions.map(({ code, name }) => ({ value: code, label: name }))}
          value={region}
          onChange={code => {
            if (communities.some(community => community.code === code)) choose(code)
            setRegion(code)
          }}
        />
      )}
      <Loaded
        query={query}
        empty={<Empty title={coverageWords.none} text={coverageWords.noneText} icon="people" />}
      >
        {({ coverage }) => coverage && <CoverageSheet key={region} coverage={coverage} />}
      </Loaded>
    </Stack>
  )
}
