import { api } from '../../platform/api'
import { useQuery } from '../../platform/use-query'
import { Cell, Empty, Failure, Screen, Section, Skeleton } from '../../ui'

export default function Home() {
  const communities = useQuery('identity.communities', () => api.identity.communities({}))
  return (
    <Screen>
      <Section title="已开通的社区">
        {communities.state === 'loading' && <Skeleton />}
        {communities.state === 'empty' && <Empty title="还没有社区" icon="home" />}
        {(communities.state === 'error' || communities.state === 'offline') && (
          <Failure problem={communities.problem} onRetry={communities.refresh} />
        )}
        {communities.state === 'ready' &&
          communities.value.communities.map(({ code, name, street }) => (
            <Cell key={code} title={name} note={street} />
          ))}
      </Section>
    </Screen>
  )
}
