import { isCallable, phoneDigits } from '@yike/shared/identity/rules'
import { useState } from 'react'
import { api } from '../platform/api'
import { useChecked } from '../platform/use-checked'
import { useDraft } from '../platform/use-draft'
import { useQuery } from '../platform/use-query'
import { useSend } from '../platform/use-send'
import { phoneWords as words } from './words/phone'

export const useOwnPhone = () => useQuery('identity.phone', () => api.identity.phone({}))

/** Giving a number, another one, or none any more; what came of it is said. */
export function usePhone(onChanged: () => Promise<void>) {
  const { draft, change, forget } = useDraft('phone', '', { typed: '' })
  const { typed } = draft
  const [isChanging, setChanging] = useState(typed !== '')
  const [said, setSaid] = useState('')
  const giving = useSend(api.identity.givePhone)
  const removing = useSend(api.identity.removePhone)
  const digits = phoneDigits(typed)
  const checked = useChecked<'phone', object>(isCallable(digits) ? {} : { wrong: { phone: words.wrong } })
  /** What is given stays as it is. */
  const keep = () => {
    forget()
    setChanging(false)
  }
  const done = async (sentence: string) => {
    checked.done()
    keep()
    setSaid(sentence)
    await onChanged()
  }
  return {
    ...{ typed, said, isChanging, keep },
    wrong: checked.wrong.phone ?? '',
    busy: giving.busy || removing.busy,
    problem: giving.problem ?? removing.problem,
    type(next: string) {
      change({ typed: next })
      setSaid('')
    },
    giveOther: () => setChanging(true),
    /** True: the community has it now. */
    async give() {
      checked.tried()
      if (!isCallable(digits) || !(await giving.send({ phone: digits, agreed: true }))) return false
      await done(words.saved)
      return true
    },
    async remove() {
      if (await removing.send({})) await done(words.removed)
    },
  }
}
