import { setComfort, useComfort } from '../../platform/comfort'
import { Acting } from '../gallery/acting'
import { Choosing } from '../gallery/choosing'
import { Saying } from '../gallery/saying'
import { Signs } from '../gallery/signs'
import { Writing } from '../gallery/writing'
import { Screen } from '../screen'
import { Toggle } from '../toggle'

/** Every control in all its states, for who builds pages with them. It is in developers' builds only. */
export default function Gallery() {
  const { elder, contrast } = useComfort()
  return (
    <Screen title="控件" door>
      <Toggle label="长辈版" on={elder} onChange={on => setComfort({ elder: on })} />
      <Toggle label="高对比" on={contrast} onChange={on => setComfort({ contrast: on })} />
      <Signs />
      <Acting />
      <Choosing />
      <Writing />
      <Saying />
    </Screen>
  )
}
