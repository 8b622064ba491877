import { Holidays } from '../holidays'
import { StaffScreen } from '../staff-screen'
import { holidayWords as words } from '../words'

/** Which years' holidays are known, and where the next is entered. */
export default function HolidaysPage() {
  return (
    <StaffScreen title={words.title}>
      <Holidays />
    </StaffScreen>
  )
}
