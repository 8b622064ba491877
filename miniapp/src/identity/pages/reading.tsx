import { Screen } from '../../ui'
import { Reading } from '../reading'
import { words } from '../words'

/** How large the phone writes, on a page of its own: 长辈版 has one thing on each. */
export default function ReadingPage() {
  return (
    <Screen title={words.reading}>
      <Reading />
    </Screen>
  )
}
