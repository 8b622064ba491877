import { useDidShow } from '@tarojs/taro'
import type { Problem } from '@yike/shared/kernel/problem'
import { type MicroProject, MOST_PHOTOS } from '@yike/shared/microproject/schema'
import { useRef, useState } from 'react'
import { offline } from '../platform/answer'
import { api } from '../platform/api'
import { choosePictures, sendPicture } from '../platform/picture/phone'
import { type Draft as Kept, session, useMe } from '../platform/session'
import { files, storage } from '../platform/storage'
import { usePages } from '../platform/use-pages'
import { useQuery } from '../platform/use-query'
import { useSend } from '../platform/use-send'
import { useSendLater } from '../platform/use-send-later'
import type { Stale } from '../platform/use-stale'
import { blank, type Draft, type DraftPhoto, draftOf, isBlank, isUnsent } from './view'
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
  const isWritten = useRef(true)
  const readAgain = () => {
    if (isWritten.current) setDraft(storage.read<Draft>(place) ?? start)
  }
  // Another page of the same form has answered meanwhile, or sent it.
  useDidShow(readAgain)
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
    write(change: Partial<Draft>) {
      const next = { ...draft, ...change }
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

/** The photos of a draft: chosen here, sent before the request that names them. */
export function usePhotos(photos: readonly DraftPhoto[], write: (photos: readonly DraftPhoto[]) => void) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const during = async <T>(act: () => Promise<T>): Promise<T> => {
    setBusy(true)
    setProblem(null)
    return act().finally(() => setBusy(false))
  }
  return {
    busy,
    problem,
    choose: () =>
      during(async () => {
        const chosen = await choosePictures(MOST_PHOTOS - photos.length)
        const pictures = chosen.flatMap(picture => (picture ? [{ picture }] : []))
        if (pictures.length < chosen.length) setProblem({ ...offline(), code: 'photo', title: words.noPhoto })
        write([...photos, ...pictures])
      }),
    remove(photo: DraftPhoto) {
      if (photo.picture) files.forget([photo.picture.path])
      write(photos.filter(one => one !== photo))
    },
    /** The photos as they can be named; null: one has not gone out, and `problem` says so. */
    send: () =>
      during(async () => {
        const sent = [...photos]
        for (const [i, photo] of photos.entries()) {
          const { picture } = photo
          if (!picture || !isUnsent(photo, Date.now())) continue
          const offer = await api.microproject.offerPhoto({ type: picture.type, bytes: picture.bytes })
          const arrived = offer.ok && (await sendPicture(picture, offer.value))
          if (!arrived) {
            const refusal =
              offer.ok || offer.problem.status === 0
                ? { ...offline(), title: words.photosUnsent }
                : offer.problem
            setProblem(refusal)
            write(sent)
            return null
          }
          sent[i] = { picture, photoId: offer.value.photoId, sentMs: Date.now() }
        }
        write(sent)
        return sent
      }),
  }
}
