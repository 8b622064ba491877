import { Button } from '../ui'
import { placeWords as words } from './words'

/** What was written on an earlier visit is still there; this takes it off. */
export function StartAgain<D>({ draft, blank, onTap }: { draft: D; blank: D; onTap: () => void }) {
  if (JSON.stringify(draft) === JSON.stringify(blank)) return null
  return (
    <Button compact kind="bare" onTap={onTap}>
      {words.startAgain}
    </Button>
  )
}
