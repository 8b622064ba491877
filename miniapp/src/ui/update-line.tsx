import { applyUpdate, useUpdateReady } from '../platform/update'
import { Button } from './button'
import { Notice } from './states'
import { updateWords as words } from './words'

/** A newer version is there: said in the page, started by a tap. */
export const UpdateLine = () => (useUpdateReady() ? <UpdateNotice /> : null)

export function UpdateNotice() {
  return (
    <Notice tone="quiet">
      {words.ready}{' '}
      <Button compact kind="calm" onTap={applyUpdate}>
        {words.start}
      </Button>
    </Notice>
  )
}
