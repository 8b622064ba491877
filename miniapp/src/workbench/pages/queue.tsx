import { View } from '@tarojs/components'
import type { Community } from '@yike/shared/identity/schema'
import type { Waiting } from '@yike/shared/workbench/schema'
import { open } from '../../platform/route'
import { useDrawn } from '../../platform/use-drawn'
import { useWide } from '../../platform/use-wide'
import { Cell, Empty, Icon, Loaded, Section, Segments, Stack, TabHead } from '../../ui'
import { CommunityChoice } from '../community-choice'
import { Desk } from '../desk'
import { Lines } from '../lines'
import { StaffScreen } from '../staff-screen'
import { useWays } from '../use-ways'
import { useBoard, usePosts } from '../use-workbench'
import { type Filter, filterOptions } from '../view'
import { words } from '../words'

export default function QueuePage() {
  const wide = useWide()
  const drawn = useDrawn()
  return (
    <StaffScreen wide={wide} title={wide ? undefined : words.workbench}>
      <Posts wide={wide} />
      {!wide && drawn && <Ways />}
    </StaffScreen>
  )
}

/** They stand only in the rail of a desk. */
const atDeskOnly = ['queue', 'sheet']

/** Where else staff go from a phone: more than a foot holds without covering the queue. */
function Ways() {
  const ways = useWays().filter(({ pages: [page] }) => !atDeskOnly.includes(page))
  return (
    <Section title={words.otherWork}>
      {ways.map(({ icon, label, go }) => (
        <Cell key={label} lead={<Icon name={icon} />} title={label} onTap={go} />
      ))}
    </Section>
  )
}

function Posts({ wide }: { wide: boolean }) {
  const posts = usePosts()
  const isThere = posts.state !== 'loading' && posts.state !== 'empty' && posts.value !== null
  return (
    <>
      {/* At a desk the list has the page's heading, once it is there. */}
      {wide && !isThere && <TabHead title={words.queue} />}
      <Loaded query={posts} empty={<Empty title={words.noPost} text={words.noPostText} icon="people" />}>
        {({ communities }) => <Bench wide={wide} communities={communities} />}
      </Loaded>
    </>
  )
}

function Bench({ wide, communities }: { wide: boolean; communities: readonly Community[] }) {
  const board = useBoard(communities)
  if (wide) return <Desk board={board} />
  const onOpen = ({ kind, caseId, volunteerId, offeringId, wording, since, deadlineAt }: Waiting) => {
    if (kind === 'place') open('/workbench/pages/place', { placeId: caseId, offeringId, wording })
    else if (kind === 'task') open('/workbench/pages/task', { taskId: caseId, since })
    else if (kind === 'season') open('/workbench/pages/season', { seasonId: caseId })
    else open('/workbench/pages/case', { kind, caseId, volunteerId, since, deadlineAt })
  }
  return (
    <Stack>
      <CommunityChoice communities={communities} value={board.community} onChange={board.choose} />
      <Segments
        label={words.kinds}
        options={filterOptions(board.waiting)}
        value={board.filter}
        onChange={value => board.setFilter(value as Filter)}
      />
      <View>
        <Lines board={board} onOpen={onOpen} />
      </View>
    </Stack>
  )
}
