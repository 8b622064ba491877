import type { MicroProject } from '@yike/shared/microproject/schema'
import { useState } from 'react'
import { useComfort } from '../platform/comfort'
import { focusOnWrong } from '../platform/focus'
import { openInstead } from '../platform/route'
import { useChecked } from '../platform/use-checked'
import type { Stale } from '../platform/use-stale'
import { useDraft, useFile, useRefile } from './use-microproject'
import { usePhotos } from './use-photos'
import { checked, sentBackBecause } from './view'

export const FORM = 'microproject-form'

export interface FilingProps {
  /** The request that was sent back; without it this is a new one. */
  again?: MicroProject
  stale: Stale
}

/** A request that is being written, from its draft to the page that says that it arrived. */
export function useFiling({ again, stale }: FilingProps) {
  const { draft, write, wasKept, kept, readAgain, forget, startAgain } = useDraft(again)
  const filing = useFile(kept)
  const [wasAway, setWasAway] = useState(false)
  if (wasAway !== filing.away) {
    setWasAway(filing.away)
    if (!filing.away) readAgain()
  }
  const refiling = useRefile(stale)
  const { elder } = useComfort()
  // 长辈版 asks once: what is wanted says why as well.
  const read = checked(elder && !draft.what ? { ...draft, what: draft.title } : draft)
  const { wrong, tried } = useChecked(read)
  const problem = filing.problem ?? refiling.problem

  const change = (part: Parameters<typeof write>[0]) => {
    write(part)
    filing.clear()
    refiling.clear()
  }

  const photos = usePhotos(draft.photos ?? [], next => change(now => ({ photos: next(now.photos ?? []) })))

  const send = async () => {
    tried()
    if ('wrong' in read) return focusOnWrong(FORM)
    const taken = await photos.send()
    const ready = taken && checked({ ...draft, what: read.wish.what, photos: taken })
    if (!ready || 'wrong' in ready) return
    const sent = again
      ? await refiling.send({ microprojectId: again.microprojectId, version: again.version, ...ready.wish })
      : await filing.send(ready.wish)
    if (!sent) return
    forget()
    openInstead('/microproject/pages/detail', {
      microprojectId: sent.microprojectId,
      done: again ? 'refiled' : 'filed',
    })
  }
  const errorOf = (name: 'title' | 'what' | 'where') =>
    wrong[name] ?? (elder && name === 'title' ? wrong.what : undefined) ?? problem?.fields?.[name]
  return {
    draft,
    change,
    wasKept,
    startAgain,
    wrong,
    errorOf,
    photos,
    send,
    away: filing.away,
    busy: photos.busy || filing.busy || refiling.busy,
    outcome: again ? refiling : filing,
    reason: again && sentBackBecause(again),
  }
}
