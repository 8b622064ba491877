import { isCallable, phoneDigits } from '@yike/shared/identity/rules'
import { useState } from 'react'
import { api } from '../platform/api'
import { useChecked } from '../platform/use-checked'
import { useQuery } from '../platform/use-query'
import { useSend } from '../platform/use-send'
import { phoneWords as words } from './words/phone'

export const useOwnPhone = () => useQuery('identity.phone', () => api.identity.phone({}))

/** Giving a number, another one, or none any more; what came of it is said. */
export function usePhone(onChanged: () => Promise<void>) {
  const [typed, setTyped] = useState('')
  const [said, setSaid] = useState('')
  const giving = useSend(api.identity.givePhone)
  const removing = useSend(api.identity.removePhone)
  const digits = phoneDigits(typed)
  const checked = useChecked<'phone', object>(isCallable(digits) ? {} : { wrong: { phone: words.wrong } })
  const done = async (sentence: string) => {
    checked.done()
    setTyped('')
    setSaid(sentence)
    await onChanged()
  }
  return {
    ...{ typed, said },
    wrong: checked.wrong.phone ?? '',
    busy: giving.busy || removing.busy,
    problem: giving.problem ?? removing.problem,
    type(next: string) {
      setTyped(next)
      setSaid('')
    },
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
