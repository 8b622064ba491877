import type { Claim } from '@yike/shared/volunteer/schema'
import { open } from '../../platform/route'
import { now, spokenList, spokenMinutes, spokenMoment } from '../../platform/spoken'
import { Answer, Empty, Facts, Few, Loaded, Question } from '../../ui'
import { useMine } from '../use-volunteer'
import { inOrder, minutesWords, sentBackBecause, stateWord, whenWords } from '../view'
import { words } from '../words'
import { elderWords } from '../words/elder'

/** 长辈版: my hours, what I have promised to do and what waits for the community; what is behind me has a page of its own. */
export function ElderMine({ past: isPast }: { past: boolean }) {
  const { first, pages, more, busy } = useMine()
  const { next, waiting, past } = inOrder(pages.flatMap(page => page.claims))
  const shown = isPast ? past : [...next, ...waiting]
  return (
    <>
      <Question>{isPast ? elderWords.past : words.mine}</Question>
      <Loaded
        query={first}
        empty={<Empty title={words.mineNothing} text={words.mineNothingText} icon="volunteer" />}
      >
        {({ balanceMinutes }) => (
          <>
            {!isPast && <Facts>{[elderWords.bank(spokenMinutes(balanceMinutes))]}</Facts>}
            <Few of={shown} more={isPast ? more : undefined} busy={busy}>
              {claim => <Thing key={claim.task.taskId} claim={claim} />}
            </Few>
            {!isPast && (past.length > 0 || more) && (
              <Answer
                icon="check"
                title={elderWords.past}
                onTap={() => open('/volunteer/pages/mine', { past: '1' })}
              />
            )}
          </>
        )}
      </Loaded>
      {!isPast && <Answer icon="volunteer" title={words.browse} onTap={() => open('/volunteer/tab/index')} />}
    </>
  )
}

/** What is over and nobody knows the hours of is the one thing to do now. */
function Thing({ claim }: { claim: Claim }) {
  const at = now()
  const { task, state } = claim
  const reason = sentBackBecause(claim)
  const { word } = stateWord(claim, at)
  const told = minutesWords(claim)
  return (
    <Answer
      kind={state === 'claimed' && task.endAt <= at ? 'next' : 'plain'}
      icon={state === 'claimed' ? 'task' : state === 'reported' ? 'clock' : 'check'}
      title={task.title}
      note={spokenList(
        word,
        told,
        reason && words.sentBackBecause(reason),
        told ? spokenMoment(task.startAt, at) : whenWords(task, at),
      )}
      onTap={() => open('/volunteer/pages/task', { taskId: task.taskId })}
    />
  )
}
