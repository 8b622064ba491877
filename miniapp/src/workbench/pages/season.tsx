import { useParams } from '../../platform/route'
import { useStale } from '../../platform/use-stale'
import { Loaded, Stale } from '../../ui'
import { needing } from '../../ui/needing'
import '../places-desk.css'
import { SeasonDesk } from '../season-desk'
import { StaffScreen } from '../staff-screen'
import { useSeasonDesk } from '../use-season'
import { seasonDeskWords as words } from '../words'

/** One season, for staff. */
function SeasonPage() {
  const { seasonId = '' } = useParams()
  const query = useSeasonDesk(seasonId)
  const stale = useStale(query.refresh)
  return (
    <StaffScreen title={words.title}>
      <Stale stale={stale} />
      <Loaded query={query}>
        {season => <SeasonDesk season={season} stale={stale} onChanged={query.refresh} />}
      </Loaded>
    </StaffScreen>
  )
}

export default needing(['seasonId'], SeasonPage)
