import type { Problem } from '@yike/shared/kernel/problem'
import { MOST_PHOTOS } from '@yike/shared/microproject/schema'
import { useState } from 'react'
import { offline } from '../platform/answer'
import { api } from '../platform/api'
import { choosePictures, sendPicture } from '../platform/picture/phone'
import { files } from '../platform/storage'
import { type DraftPhoto, isUnsent } from './view'
import { words } from './words'

/** The photos of a draft: chosen here, sent before the request that names them. */
export function usePhotos(
  photos: readonly DraftPhoto[],
  write: (change: (now: readonly DraftPhoto[]) => readonly DraftPhoto[]) => void,
) {
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
        write(now => [...now, ...pictures])
      }),
    remove(photo: DraftPhoto) {
      if (photo.picture) files.forget([photo.picture.path])
      write(now => now.filter(one => one !== photo))
    },
    /** The photos as they can be named; null: one has not gone out, and `problem` says so. */
    send: () =>
      during(async () => {
        const sent = [...photos]
        // What was chosen or taken off meanwhile is so.
        const keep = () => write(now => now.map(one => sent[photos.indexOf(one)] ?? one))
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
            keep()
            return null
          }
          sent[i] = { picture, photoId: offer.value.photoId, sentMs: Date.now() }
        }
        keep()
        return sent
      }),
  }
}
