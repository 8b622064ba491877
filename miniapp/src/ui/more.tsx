import { changeScene } from '../platform/finger'
import { Button } from './button'
import { controlWords as words } from './words'

interface MoreProps {
  /** Fetches the next page; absent at the end of the list. */
  more: (() => void) | undefined
  busy: boolean
  /** What comes next, where 'more' says too little. */
  label?: string
}

/** Goes on in a paged list, while there is more of it. */
export function More({ more, busy, label = words.more }: MoreProps) {
  if (!more) return null
  const go = () => {
    changeScene()
    more()
  }
  return (
    <Button kind="bare" busy={busy} onTap={go}>
      {label}
    </Button>
  )
}
