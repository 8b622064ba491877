import { call } from '../platform/runtime'
import { useMe } from '../platform/session'
import { Answer } from './answer'
import { barWords as words } from './words'

/** 长辈版: whoever would rather talk calls their community. */
export function CallPerson({ next }: { next?: boolean }) {
  const phone = useMe()?.community?.phone
  return phone ? (
    <Answer
      kind={next ? 'next' : 'plain'}
      icon="call"
      title={words.callPerson}
      note={phone}
      onTap={() => call(phone)}
    />
  ) : null
}
