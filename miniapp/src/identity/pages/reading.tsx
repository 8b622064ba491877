import { useComfort } from '../../platform/comfort'
import { open } from '../../platform/route'
import { Answer, Screen } from '../../ui'
import { Reading } from '../reading'
import { words } from '../words'
import { elderWords } from '../words/elder'

/** How large the phone writes, on a page of its own: 长辈版 has one thing on each. */
export default function ReadingPage() {
  const { elder } = useComfort()
  return (
    <Screen title={words.reading}>
      <Reading />
      {elder && <Answer icon="people" title={elderWords.self} onTap={() => open('/identity/pages/self')} />}
    </Screen>
  )
}
