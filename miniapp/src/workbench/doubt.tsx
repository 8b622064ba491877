import { open } from '../platform/route'
import { Button, Notice } from '../ui'
import { placeWords as words } from './words'

interface DoubtProps {
  placeId: string
  /** What can be booked there, about whose words it is asked. */
  offeringId: string | undefined
  wording: string | undefined
}

/** Why somebody is asked to look at a place, where it is not about its own entry. */
export const Doubt = ({ placeId, offeringId, wording }: DoubtProps) =>
  offeringId ? (
    <Notice tone="waiting">
      {words.doubt[wording === 'risky' ? 'risky' : 'review']}
      <Button compact kind="calm" onTap={() => open('/workbench/pages/offerings', { placeId, offeringId })}>
        {words.seeOffering}
      </Button>
    </Notice>
  ) : null
