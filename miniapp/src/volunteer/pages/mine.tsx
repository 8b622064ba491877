import type { Claim } from '@yike/shared/volunteer/schema'
import { neighbours } from '../../identity/neighbours'
import { useComfort } from '../../platform/comfort'
import { open, useParams } from '../../platform/route'
import { now } from '../../platform/spoken'
import { Cell, Empty, Loaded, More, Row, Screen, Section, Tag, UnsentHere } from '../../ui'
import { Bank } from '../bank'
import { ElderMine } from '../elder/mine'
import { useMine } from '../use-volunteer'
import { inOrder, minutesWords, sentBackBecause, stateWord, whenWords } from '../view'
import { words } from '../words'

function MinePage() {
  const { past } = useParams()
  const { elder } = useComfort()
  if (!elder) return <Mine />
  return (
    <Screen>
      <ElderMine past={past !== undefined} />
    </Screen>
  )
}

export default neighbours({ title: () => words.mine, why: () => words.newcomerText }, MinePage)

function Mine() {
  const { first, pages, more, busy } = useMine()
  const claims = pages.flatMap(page => page.claims)
  const { next, waiting, past } = inOrder(claims)
  return (
    <Screen title={words.mine}>
      <UnsentHere />
      <Loaded query={first} empty={<Nothing />}>
        {({ balanceMinutes }) => (
          <>
            <Bank minutes={balanceMinutes} />
            {claims.length === 0 && <Nothing />}
            <Claims title={words.next} claims={next} />
            <Claims title={words.waiting} claims={waiting} />
            <Claims title={words.past} claims={past} />
            <More more={more} busy={busy} />
          </>
        )}
      </Loaded>
    </Screen>
  )
}

const Nothing = () => (
  <Empty
    title={words.mineNothing}
    text={words.mineNothingText}
    icon="volunteer"
    action={{ label: words.browse, onTap: () => open('/volunteer/tab/index') }}
  />
)

function Claims({ title, claims }: { title: string; claims: readonly Claim[] }) {
  if (claims.length === 0) return null
  return (
    <Section title={title}>
      {claims.map(claim => (
        <ClaimRow key={claim.task.taskId} claim={claim} />
      ))}
    </Section>
  )
}

function ClaimRow({ claim }: { claim: Claim }) {
  const { word, tone } = stateWord(claim, now())
  const reason = sentBackBecause(claim)
  return (
    <Cell
      title={claim.task.title}
      note={
        <>
          {whenWords(claim.task, now())}
          <Row>
            <Tag tone={tone}>{word}</Tag>
            {minutesWords(claim)}
            {reason && words.sentBackBecause(reason)}
          </Row>
        </>
      }
      onTap={() => open('/volunteer/pages/task', { taskId: claim.task.taskId })}
    />
  )
}
