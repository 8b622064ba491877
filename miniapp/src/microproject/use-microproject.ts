import { useDidShow } from '@tarojs/taro'
import type { MicroProject } from '@yike/shared/microproject/schema'
import { useEffect, useRef, useState } from 'react'
import { api } from '../platform/api'
import { session, useMe } from '../platform/session'
import { files, storage } from '../platform/storage'
import { type Draft as Kept, onPutBack } from '../platform/use-draft'
import { usePages } from '../platform/use-pages'
import { useQuery } from '../platform/use-query'
import { useSend } from '../platform/use-send'
import { useSendLater } from '../platform/use-send-later'
import type { Stale } from '../platform/use-stale'
import { blank, type Draft, draftOf, isBlank } from './view'
import { words } from './words'

export type Whose = 'me' | 'community'

export const useProjects = (of: Whose) =>
  usePages(`microproject.list:${of}`, cursor => api.microproject.list({ of, cursor }), {
    empty: ({ microprojects }) => microprojects.length === 0,
  })

export const useProject = (microprojectId: string | undefined) =>
  useQuery(microprojectId ? `microproject.show:${microprojectId}` : null, () =>
    api.microproject.show({ microprojectId: microprojectId ?? '' }),
  )

export const useFile = (draft: Kept) =>
  useSendLater('microproject.file', '/microproject/pages/list', ({ title }) => title, { draft })
export const useRefile = ({ tell }: Stale) => useSend(api.microproject.refile, tell)

/** Takes a request back; `onDone` is told the sentence that says so. */
export function useGiveUp(
  { microprojectId }: MicroProject,
  { stale, onDone }: { stale: Stale; onDone: (sentence: string) => void },
) {
  const { busy, problem, send } = useSend(api.microproject.withdraw, stale.tell)
  return {
    busy,
    problem,
    async giveUp() {
      if (await send({ microprojectId })) onDone(words.withdrawn)
    },
  }
}

/** What is being written, kept on this phone at every key until it is sent. One draft for each request, one for a new one. */
export function useDraft(project: MicroProject | undefined) {
  const place = `draft:${session.owner()}:${project?.microprojectId ?? 'new'}`
  const community = useMe()?.community?.name ?? ''
  const start = project ? draftOf(project) : { ...blank, where: community }
  const [kept] = useState(() => storage.read<Draft>(place))
  const [draft, setDraft] = useState(kept ?? start)
  // Photos come some seconds after they were chosen: what was typed meanwhile stays.
  const latest = useRef(draft)
  latest.current = draft
  const isWritten = useRef(true)
  const readAgain = () => {
    if (isWritten.current) setDraft(storage.read<Draft>(place) ?? start)
  }
  // Another page of the same form has answered meanwhile, or sent it.
  useDidShow(readAgain)
  // What waited was refused, or taken back, while this form stands open.
  useEffect(() => onPutBack(place, readAgain))
  const pictures = (draft.photos ?? []).flatMap(({ picture }) => picture?.path ?? [])
  const forget = () => {
    files.forget(pictures)
    storage.forget(place)
  }
  return {
    draft,
    /** Where it lies on this phone; its pictures stay until it is sent, for it may come back. */
    kept: { place, files: pictures, forget: () => storage.forget(place) },
    readAgain,
    /** The draft comes from an earlier visit. */
    wasKept: kept !== null && !isBlank(kept),
    write(change: Partial<Draft> | ((now: Draft) => Partial<Draft>)) {
      const { current: now } = latest
      const next = { ...now, ...(typeof change === 'function' ? change(now) : change) }
      latest.current = next
      isWritten.current = storage.write(place, next)
      setDraft(next)
    },
    forget,
    startAgain() {
      forget()
      setDraft(start)
    },
  }
}
