import { neighbours } from '../../identity/neighbours'
import { open, useParams } from '../../platform/route'
import { now } from '../../platform/spoken'
import { Answer, Empty, Loaded, More, Question, Screen } from '../../ui'
import { useMenu } from '../use-volunteer'
import { fitting, isStretch, placeWords, whenWords } from '../view'
import { words } from '../words'
import { elderWords } from '../words/elder'

/** 长辈版: the tasks that fit into the time that somebody has, each as an answer. */
function MenuPage() {
  const { stretch } = useParams()
  const { first, pages, more, busy } = useMenu()
  const tasks = fitting(
    pages.flatMap(page => page.tasks),
    isStretch(stretch) ? stretch : 'any',
  )
  return (
    <Screen>
      <Question>{elderWords.which}</Question>
      <Loaded query={first} empty={<Empty title={words.nothing} text={words.nothingText} icon="volunteer" />}>
        {() => (
          <>
            {tasks.length === 0 && (
              <Empty
                title={words.noneThatShort}
                text={words.noneThatShortText}
                icon="clock"
                action={{ label: words.showAll, onTap: () => open('/volunteer/pages/menu') }}
              />
            )}
            {tasks.map(task => (
              <Answer
                key={task.taskId}
                icon="volunteer"
                title={task.title}
                note={`${whenWords(task, now())} · ${placeWords(task)}`}
                onTap={() => open('/volunteer/pages/task', { taskId: task.taskId })}
              />
            ))}
            <More more={more} busy={busy} />
          </>
        )}
      </Loaded>
    </Screen>
  )
}

export default neighbours({ why: () => words.newcomerText }, MenuPage)
