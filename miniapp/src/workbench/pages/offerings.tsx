import { useParams } from '../../platform/route'
import { useWide } from '../../platform/use-wide'
import { Loaded } from '../../ui'
import { needing } from '../../ui/needing'
import { NEW, Offerings } from '../offerings'
import '../places-desk.css'
import { StaffScreen } from '../staff-screen'
import { useOfferings } from '../use-offerings'
import { offeringWords } from '../words'

/** What can be booked at a place, and by which rules. */
function OfferingsPage() {
  const { placeId = '', part, offeringId = part === NEW ? NEW : '' } = useParams()
  const wide = useWide()
  const query = useOfferings(placeId)
  return (
    <StaffScreen wide={wide} title={offeringWords.title}>
      <Loaded query={query}>
        {found => (
          <Offerings
            {...found}
            placeId={placeId}
            offeringId={offeringId}
            wide={wide}
            onChanged={query.refresh}
          />
        )}
      </Loaded>
    </StaffScreen>
  )
}

export default needing(['placeId'], OfferingsPage)
