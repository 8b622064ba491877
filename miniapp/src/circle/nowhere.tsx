import type { AroundReply } from '@yike/shared/circle/schema'
import { open } from '../platform/route'
import { Empty } from '../ui'
import { words } from './words'

/** Nothing is within a quarter of an hour: the doorstep stands where no street is, or the next place is farther. */
export function Nowhere({ measured }: Pick<AroundReply, 'measured'>) {
  if (measured === 'network')
    return (
      <Empty
        title={words.nowhere}
        text={words.fartherText}
        icon="map"
        action={{ label: words.farther, onTap: () => open('/circle/pages/list') }}
      />
    )
  return (
    <Empty
      title={words.nowhere}
      text={words.noStreetText}
      icon="map"
      action={{ label: words.changeHome, onTap: () => open('/identity/pages/home') }}
    />
  )
}
