import { Button } from './button'
import { controlWords as words } from './words'

interface MoreProps {
  /** Fetches the next page; absent at the end of the list. */
  more: (() => void) | undefined
  busy: boolean
}

/** Goes on in a paged list, while there is more of it. */
export const More = ({ more, busy }: MoreProps) =>
  more ? (
    <Button kind="bare" busy={busy} onTap={more}>
      {words.more}
    </Button>
  ) : null
