import type { Entry } from '@yike/shared/circle/schema/upkeep'
import { Notice } from '../ui'
import { publicWords } from './words'

/** What WeChat made of what staff wrote for everybody, where they should know. */
export function Wording({ of = 'pass' }: { of: Entry['wording'] }) {
  const said = publicWords[of]
  return said ? <Notice tone={of === 'risky' ? 'danger' : 'waiting'}>{said}</Notice> : null
}
