import type { Relation } from '@yike/shared/identity/schema'
import { api } from '../platform/api'
import { leaveForm } from '../platform/route'
import { session, useMe } from '../platform/session'
import { useDraft } from '../platform/use-draft'
import { useSend } from '../platform/use-send'
import { useSendLater } from '../platform/use-send-later'

/** When somebody of the household was born, as it is asked for: 195003; then back to whoever asked. */
export function useBorn(personId: string) {
  const person = useMe()?.people.find(one => one.personId === personId)
  const known = (person?.bornOn ?? '').slice(0, 7).replace('-', '')
  const { draft, change, forget } = useDraft('born', personId, { typed: known })
  const setting = useSend(api.identity.setBorn)
  return {
    person,
    typed: draft.typed,
    type: (typed: string) => change({ typed }),
    setting,
    async set(bornOn: string) {
      const me = await setting.send({ personId, bornOn })
      if (!me) return
      session.refreshMe(me)
      forget()
      leaveForm()
    },
  }
}

const nobody = { name: '', relation: null as Relation | null, born: '' }

/** What is written of somebody more. 长辈版 asks who they are first: then it is of one like that. */
export const usePersonDraft = (relation?: Relation) => useDraft('person', relation ?? '', nobody)

/** Somebody more in the household. */
export function useAdding(onAdded: () => void, { kept }: ReturnType<typeof usePersonDraft>) {
  const adding = useSendLater('identity.addPerson', '/identity/tab/index', ({ name }) => name, {
    draft: kept,
  })
  return {
    adding,
    async add(person: Parameters<typeof adding.send>[0]) {
      const me = await adding.send(person)
      if (!me) return
      session.refreshMe(me)
      kept.forget()
      onAdded()
    },
  }
}
