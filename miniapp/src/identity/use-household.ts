import type { Relation } from '@yike/shared/identity/schema'
import { api } from '../platform/api'
import { leaveForm } from '../platform/route'
import { session } from '../platform/session'
import { useDraft } from '../platform/use-draft'
import { useSend } from '../platform/use-send'
import { useSendLater } from '../platform/use-send-later'

/** When somebody of the household was born; then back to whoever asked. `onSet`: it is known now. */
export function useBorn(personId: string, onSet?: () => void) {
  const setting = useSend(api.identity.setBorn)
  return {
    setting,
    async set(bornOn: string) {
      const me = await setting.send({ personId, bornOn })
      if (!me) return
      session.refreshMe(me)
      onSet?.()
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
