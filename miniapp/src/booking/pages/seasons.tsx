import { neighbours } from '../../identity/neighbours'
import { useComfort } from '../../platform/comfort'
import { open } from '../../platform/route'
import { now, spokenList } from '../../platform/spoken'
import { Answer, Cell, Empty, Loaded, More, Screen, Tag } from '../../ui'
import { useSeasons } from '../use-season'
import { spanOf } from '../view/season'
import { seasonStates, seasonWords as words } from '../words/season'

/** Seasons of my community, latest first. */
function SeasonsPage() {
  const { elder } = useComfort()
  const { first, pages, more, busy } = useSeasons()
  const seasons = pages.flatMap(page => page.seasons)
  return (
    <Screen title={words.list}>
      <Loaded query={first} empty={<Empty title={words.none} text={words.noneText} icon="calendar" />}>
        {() => (
          <>
            {seasons.map(({ seasonId, state, offeringName, placeName, ...dates }) =>
              elder ? (
                <Answer
                  key={seasonId}
                  icon="calendar"
                  title={offeringName}
                  note={spokenList(seasonStates[state].word, placeName)}
                  onTap={() => open('/booking/pages/season', { seasonId })}
                />
              ) : (
                <Cell
                  key={seasonId}
                  title={spokenList(offeringName, placeName)}
                  note={spanOf(dates, now())}
                  aside={<Tag tone={seasonStates[state].tone}>{seasonStates[state].word}</Tag>}
                  onTap={() => open('/booking/pages/season', { seasonId })}
                />
              ),
            )}
            <More more={more} busy={busy} />
          </>
        )}
      </Loaded>
    </Screen>
  )
}

export default neighbours({ title: () => words.list, why: () => words.newcomerText }, SeasonsPage)
