import { openInstead, useParams } from '../../platform/route'
import { needing } from '../../ui/needing'
import '../places-desk.css'
import { SeasonForm } from '../season-form'
import { StaffScreen } from '../staff-screen'
import { seasonDeskWords as words } from '../words'

/** Opening a season of an offering. */
function NewSeasonPage() {
  const { placeId = '', offeringId = '' } = useParams()
  return (
    <StaffScreen title={words.start}>
      <SeasonForm
        placeId={placeId}
        offeringId={offeringId}
        onDone={({ seasonId }) => openInstead('/workbench/pages/season', { seasonId })}
      />
    </StaffScreen>
  )
}

export default needing(['placeId', 'offeringId'], NewSeasonPage)
