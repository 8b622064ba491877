import type { Notice } from '@yike/shared/bulletin/schema'
import { HappeningLine } from '../../bulletin/happening-line'
import { useNotices } from '../../bulletin/use-bulletin'
import { words } from '../../bulletin/words'
import { useComfort } from '../../platform/comfort'
import { now } from '../../platform/spoken'
import { Empty, Few, Loaded, More, Question, Screen } from '../../ui'

/** What happened to my cases, newest first; in 长辈版 a few at a time. */
export default function NoticesPage() {
  const { first, pages, more, busy } = useNotices()
  const { elder } = useComfort()
  const at = now()
  const all = pages.flatMap(({ notices }) => notices)
  const lineOf = (notice: Notice) => <HappeningLine key={notice.noticeId} happening={notice} at={at} />
  return (
    <Screen title={elder ? undefined : words.inbox}>
      {elder && <Question>{words.inbox}</Question>}
      <Loaded query={first} empty={<Empty title={words.nothing} text={words.nothingText} icon="notice" />}>
        {() =>
          elder ? (
            <Few of={all} more={more} busy={busy}>
              {lineOf}
            </Few>
          ) : (
            <>
              {all.map(lineOf)}
              <More more={more} busy={busy} />
            </>
          )
        }
      </Loaded>
    </Screen>
  )
}
