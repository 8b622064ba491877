import { goHome } from '../platform/route'
import { Empty } from './states'
import { addressWords as words } from './words'

/** In place of a page whose address lacks what it is about, or names it by what can be no name: the way on is home. */
export const Incomplete = () => (
  <Empty
    icon="warning"
    title={words.incomplete}
    text={words.what}
    action={{ label: words.home, onTap: goHome }}
  />
)
