import { HappeningLine } from '../../bulletin/happening-line'
import { useNotices } from '../../bulletin/use-bulletin'
import { words } from '../../bulletin/words'
import { now } from '../../platform/spoken'
import { Empty, Loaded, More, Screen } from '../../ui'

/** What happened to my cases, newest first. */
export default function NoticesPage() {
  const { first, pages, more, busy } = useNotices()
  const at = now()
  return (
    <Screen title={words.inbox}>
      <Loaded query={first} empty={<Empty title={words.nothing} text={words.nothingText} icon="notice" />}>
        {() => (
          <>
            {pages
              .flatMap(({ notices }) => notices)
              .map(notice => (
                <HappeningLine key={notice.noticeId} happening={notice} at={at} />
              ))}
            <More more={more} busy={busy} />
          </>
        )}
      </Loaded>
    </Screen>
  )
}
