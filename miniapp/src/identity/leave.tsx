import { useState } from 'react'
import { forgetPersona } from '../platform/sandbox'
import { session } from '../platform/session'
import { Button, Confirm } from '../ui'
import { doorWords as words } from './words'

export function leave(): void {
  forgetPersona()
  session.leave()
}

/** Signing out makes sense only where one entered by the sandbox's door: WeChat signs in again by itself. */
export function Leave() {
  const [asking, setAsking] = useState(false)
  return (
    <>
      {!asking && (
        <Button kind="bare" onTap={() => setAsking(true)}>
          {words.leave}
        </Button>
      )}
      <Confirm
        open={asking}
        question={words.leaveAsk}
        yes={words.leave}
        no={words.stay}
        onYes={leave}
        onNo={() => setAsking(false)}
      />
    </>
  )
}
