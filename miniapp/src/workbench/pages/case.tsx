import { goBack, useParams } from '../../platform/route'
import { now } from '../../platform/spoken'
import { isFresh } from '../../platform/use-query'
import { useStale } from '../../platform/use-stale'
import { Loaded, Stale } from '../../ui'
import { needing } from '../../ui/needing'
import { CallerActs } from '../caller-acts'
import { CaseSheet } from '../case-sheet'
import { Decide } from '../decide'
import { StaffScreen } from '../staff-screen'
import { settle, useCase } from '../use-workbench'
import { lineKey, movedAt, viewOf, type WhichCase, waitingKindOf } from '../view'
import { words } from '../words'

/** One case on a phone; at a desk it stands beside the queue. */
function CasePage() {
  const { kind = '', caseId = '', volunteerId, since = '', deadlineAt = '' } = useParams()
  const which: WhichCase = { kind: waitingKindOf(kind), caseId, volunteerId }
  const query = useCase(which)
  const stale = useStale(query.refresh)
  const shown = query.state === 'loading' ? null : query.value
  const onDone = (sentence: string) => {
    settle(lineKey({ ...which, since }), sentence)
    goBack()
  }
  return (
    <StaffScreen
      title={words.case}
      foot={
        shown && (
          <>
            <Stale stale={stale} became={viewOf(shown, now()).state.word} />
            {isFresh(query) && <Decide key={movedAt(shown)} shown={shown} onDone={onDone} stale={stale} />}
          </>
        )
      }
    >
      <Loaded query={query}>
        {value => (
          <>
            <CaseSheet shown={value} line={deadlineAt ? { since, deadlineAt } : undefined} at={now()} />
            {value.kind === 'booking' && <CallerActs booking={value.of} onChanged={query.refresh} />}
          </>
        )}
      </Loaded>
    </StaffScreen>
  )
}

export default needing(['kind', 'caseId'], CasePage)
