import { Button, Notice } from '../ui'
import { placeWords as words } from './words'

/** What was typed over an entry on an earlier visit is there again. */
export const Kept = () => <Notice tone="waiting">{words.kept}</Notice>

/** Takes off what was typed over an entry. */
export const GiveUp = ({ onTap }: { onTap: () => void }) => (
  <Button compact kind="bare" onTap={onTap}>
    {words.giveUp}
  </Button>
)
