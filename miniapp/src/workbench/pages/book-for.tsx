import { usePlace } from '../../circle/use-circle'
import { useParams } from '../../platform/route'
import { Empty, Loaded } from '../../ui'
import { needing } from '../../ui/needing'
import { BookFor } from '../book-for'
import { StaffScreen } from '../staff-screen'
import { callerWords as words } from '../words'

/** Staff book for somebody who called or stands before them. */
function BookForPage() {
  const { placeId = '', offeringId, bookingId, forName } = useParams()
  const place = usePlace(placeId, null)
  return (
    <StaffScreen title={words.title}>
      <Loaded query={place}>
        {found =>
          found.offerings.length === 0 ? (
            <Empty title={words.none} icon="calendar" />
          ) : (
            <BookFor
              placeName={found.name}
              community={found.community ?? ''}
              offerings={found.offerings}
              first={offeringId}
              again={bookingId && forName ? { bookingId, forName } : undefined}
            />
          )
        }
      </Loaded>
    </StaffScreen>
  )
}

export default needing(['placeId'], BookForPage)
