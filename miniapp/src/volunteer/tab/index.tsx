import { useDidHide } from '@tarojs/taro'
import { useState } from 'react'
import { neighbours } from '../../identity/neighbours'
import { useComfort } from '../../platform/comfort'
import { open } from '../../platform/route'
import { useMe } from '../../platform/session'
import { now, spokenMinutes } from '../../platform/spoken'
import { useShare } from '../../platform/use-share'
import { Answer, Empty, Loaded, More, Notice, Question, Screen, Section, Segments, TabHead } from '../../ui'
import { Bank } from '../bank'
import { Join } from '../join'
import { TaskLine } from '../task-line'
import { useMenu, useMine, useRegistered } from '../use-volunteer'
import { byDay, fitting, type Stretch, stretches } from '../view'
import { words } from '../words'

const choices = Object.keys(stretches) as Stretch[]

function VolunteerTab() {
  const me = useMe()
  const registered = useRegistered()
  const { elder } = useComfort()
  const menu = useMenu()
  const mine = useMine()
  const [joined, setJoined] = useState(false)

  useShare(words.shareMenu, '/volunteer/tab/index')
  useDidHide(() => setJoined(false))
  const onJoined = () => {
    setJoined(true)
    menu.first.refresh()
  }
  const bank = mine.pages[0]
  return (
    <Screen>
      {!elder && <TabHead title={words.tab} note={me?.community?.name} />}
      {registered && bank && !elder && (
        <Bank minutes={bank.balanceMinutes} onTap={() => open('/volunteer/pages/mine')} />
      )}
      {joined && <Notice tone="green">{words.joined}</Notice>}
      {me && !registered && !elder && <Join onJoined={onJoined} />}
      <Loaded
        query={menu.first}
        empty={<Empty title={words.nothing} text={words.nothingText} icon="volunteer" />}
      >
        {() => (elder ? <AskLong menu={menu} /> : <Menu menu={menu} />)}
      </Loaded>
      {elder && registered && bank && (
        <Answer
          icon="volunteer"
          title={words.seeMine}
          note={`${words.bank} ${spokenMinutes(bank.balanceMinutes)}`}
          onTap={() => open('/volunteer/pages/mine')}
        />
      )}
    </Screen>
  )
}

export default neighbours({ why: () => words.newcomerText }, VolunteerTab)

/** 长辈版 asks how long first; whoever is no volunteer yet becomes one with the first task. */
function AskLong({ menu }: { menu: ReturnType<typeof useMenu> }) {
  const tasks = menu.pages.flatMap(page => page.tasks)
  return (
    <>
      <Question>{words.howLong}</Question>
      {choices.map(stretch => {
        const count = fitting(tasks, stretch).length
        return (
          <Answer
            key={stretch}
            icon="clock"
            title={words.stretches[stretch]}
            note={words.tasks(count)}
            disabled={count === 0}
            onTap={() => open('/volunteer/pages/menu', { stretch })}
          />
        )
      })}
    </>
  )
}

function Menu({ menu }: { menu: ReturnType<typeof useMenu> }) {
  const { pages, more, busy } = menu
  const [said, setSaid] = useState<string | null>(null)
  const [stretch, setStretch] = useState<Stretch>('any')
  const tasks = pages.flatMap(page => page.tasks)
  const days = byDay(fitting(tasks, stretch), now())
  return (
    <>
      <Section title={words.howLong}>
        <Segments
          label={words.howLong}
          value={stretch}
          options={choices.map(value => ({
            value,
            label: words.stretches[value],
            count: fitting(tasks, value).length,
          }))}
          onChange={value => setStretch(value as Stretch)}
        />
      </Section>
      {said && <Notice tone="green">{said}</Notice>}
      {days.length === 0 && (
        <Empty
          title={words.noneThatShort}
          text={words.noneThatShortText}
          icon="clock"
          action={{ label: words.showAll, onTap: () => setStretch('any') }}
        />
      )}
      {days.map(day => (
        <Section key={day.on} title={day.title}>
          {day.tasks.map(task => (
            <TaskLine
              key={task.taskId}
              task={task}
              onStale={menu.first.refresh}
              onClaimed={async sentence => {
                setSaid(sentence)
                await menu.first.refresh()
              }}
            />
          ))}
        </Section>
      ))}
      <More more={more} busy={busy} />
    </>
  )
}
