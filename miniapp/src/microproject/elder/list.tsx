import { open } from '../../platform/route'
import { now, spokenDeadline, spokenList } from '../../platform/spoken'
import { Answer, Empty, Few, Loaded, Question, UnsentHere } from '../../ui'
import { useProjects, type Whose } from '../use-microproject'
import { stateIcons } from '../view'
import { stateWords, words } from '../words'
import { elderWords } from '../words/elder'

/** 长辈版: what I have asked for, a few at a time; then the way to ask for something, and to what neighbours asked for. */
export function ElderList({ of }: { of: Whose }) {
  const { first, pages, more, busy } = useProjects(of)
  const at = now()
  const mine = of === 'me'
  return (
    <>
      <Question>{mine ? elderWords.mine : words.community}</Question>
      <UnsentHere />
      <Loaded
        query={first}
        empty={
          <Empty
            title={mine ? words.mineNothing : words.communityNothing}
            text={mine ? words.mineNothingText : words.communityNothingText}
            icon="idea"
          />
        }
      >
        {() => (
          <Few of={pages.flatMap(page => page.microprojects)} more={more} busy={busy}>
            {({ microprojectId, title, state, deadlineAt }) => (
              <Answer
                key={microprojectId}
                icon={stateIcons[state]}
                title={title}
                note={spokenList(
                  stateWords[state].word,
                  deadlineAt && words.answerBy(spokenDeadline(deadlineAt, at)),
                )}
                onTap={() => open('/microproject/pages/detail', { microprojectId })}
              />
            )}
          </Few>
        )}
      </Loaded>
      {mine && (
        <>
          <Answer kind="next" icon="plus" title={words.file} onTap={() => open('/microproject/pages/file')} />
          <Answer
            icon="people"
            title={elderWords.community}
            onTap={() => open('/microproject/pages/list', { of: 'community' })}
          />
        </>
      )}
    </>
  )
}
