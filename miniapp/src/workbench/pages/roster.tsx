import { open, useParams } from '../../platform/route'
import { useWide } from '../../platform/use-wide'
import { ChoosePlace } from '../choose-place'
import { RosterWeek } from '../roster-week'
import { StaffScreen } from '../staff-screen'
import { rosterWords as words } from '../words'

/** Who is on duty in the classes of a place, by day and week. */
export default function RosterPage() {
  const { placeId, on, offeringId } = useParams()
  const wide = useWide()
  return (
    <StaffScreen wide={wide} title={words.title}>
      {placeId ? (
        <RosterWeek placeId={placeId} on={on} offeringId={offeringId} wide={wide} />
      ) : (
        <ChoosePlace
          has="roster"
          note={words.pickPlaceText}
          onPick={picked => open('/workbench/pages/roster', { placeId: picked })}
        />
      )}
    </StaffScreen>
  )
}
