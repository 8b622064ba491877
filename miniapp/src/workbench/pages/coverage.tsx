import type { Community } from '@yike/shared/identity/schema'
import { useState } from 'react'
import { api } from '../../platform/api'
import { useMe } from '../../platform/session'
import { useQuery } from '../../platform/use-query'
import { useWide } from '../../platform/use-wide'
import { Empty, Loaded, Stack } from '../../ui'
import { CoverageSheet } from '../coverage-sheet'
import { SomeOf } from '../some-of'
import { StaffScreen } from '../staff-screen'
import { choose, chosenOf, usePosts } from '../use-workbench'
import { isWide, stepsOf, streetOf } from '../view/coverage'
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
  const scope = useMe()?.scope ?? null
  const [region, setRegion] = useState(() =>
    scope !== null && isWide(scope) ? scope : chosenOf(communities),
  )
  const steps = stepsOf(communities, scope, region)
  const query = useCoverage(region)
  return (
    <Stack>
      {steps.map((options, nth) => {
        const isLast = nth === steps.length - 1
        return (
          <SomeOf
            key={nth === 0 ? 'first' : 'second'}
            label={steps.length > 1 && !isLast ? coverageWords.street : words.community}
            options={options}
            value={isLast ? region : (streetOf(region) ?? region)}
            onChange={code => {
              if (communities.some(community => community.code === code)) choose(code)
              setRegion(code)
            }}
          />
        )
      })}
      <Loaded
        query={query}
        empty={<Empty title={coverageWords.none} text={coverageWords.noneText} icon="people" />}
      >
        {({ coverage }) => coverage && <CoverageSheet key={region} coverage={coverage} />}
      </Loaded>
    </Stack>
  )
}
