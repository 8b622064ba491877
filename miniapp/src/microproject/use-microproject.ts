import type { MicroProject } from '@yike/shared/microproject/schema'
import { useState } from 'react'
import { api } from '../platform/api'
import { session, useMe } from '../platform/session'
import { storage } from '../platform/storage'
import { usePages } from '../platform/use-pages'
import { useQuery } from '../platform/use-query'
import { useSend } from '../platform/use-send'
import { useSendLater } from '../platform/use-send-later'
import type { Stale } from '../platform/use-stale'
import { blank, type Draft, draftOf, isBlank } from './view'

export type Whose = 'me' | 'community'

export const useProjects = (of: Whose) =>
  usePages(`microproject.list:${of}`, cursor => api.microproject.list({ of, cursor }), {
    empty: ({ microprojects }) => microprojects.length === 0,
  })

export const useProject = (microprojectId: string | undefined) =>
  useQuery(microprojectId ? `microproject.show:${microprojectId}` : null, () =>
    api.microproject.show({ microprojectId: microprojectId ?? '' }),
  )

export const useFile = () =>
  useSendLater('microproject.file', '/microproject/pages/list', ({ title }) => title)
export const useRefile = ({ tell }: Stale) => useSend(api.microproject.refile, tell)
export const useWithdraw = ({ tell }: Stale) => useSend(api.microproject.withdraw, tell)

/** What is being written, kept on this phone at every key until it is sent. One draft for each request, one for a new one. */
export function useDraft(project: MicroProject | undefined) {
  const place = `draft:${session.owner()}:${project?.microprojectId ?? 'new'}`
  const community = useMe()?.community?.name ?? ''
  const start = project ? draftOf(project) : { ...blank, where: community }
  const [kept] = useState(() => storage.read<Draft>(place))
  const [draft, setDraft] = useState(kept ?? start)
  const forget = () => storage.forget(place)
  return {
    draft,
    /** The draft comes from an earlier visit. */
    wasKept: kept !== null && !isBlank(kept),
    write(change: Partial<Draft>) {
      const next = { ...draft, ...change }
      storage.write(place, next)
      setDraft(next)
    },
    forget,
    startAgain() {
      forget()
      setDraft(start)
    },
  }
}
