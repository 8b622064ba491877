import type { Community } from '@yike/shared/identity/schema'
import { useState } from 'react'
import type { Answer } from '../platform/answer'
import { api } from '../platform/api'
import { personalSignal } from '../platform/session'
import { storage } from '../platform/storage'
import { keptSignal } from '../platform/use-draft'
import { usePages } from '../platform/use-pages'
import { useQuery } from '../platform/use-query'
import { useRepeat } from '../platform/use-repeat'
import { useSend } from '../platform/use-send'
import { useSendLater } from '../platform/use-send-later'
import type { Stale } from '../platform/use-stale'
import { type Case, decisionOf, type Filter, filtered, folded, keyOf, lineKey, type WhichCase } from './view'

export type Verdict = { readonly yes: true; readonly minutes?: number } | { readonly reason: string }

const MOST = 50

export const usePosts = () =>
  useQuery('workbench.communities', () => api.workbench.communities({}), {
    empty: ({ communities }) => communities.length === 0,
  })

const CHOSEN = 'workbench.community'

/** The community that was chosen last on this device, while I answer for it; else the first. */
export function chosenOf(communities: readonly Community[]): string {
  const kept = storage.read<string>(CHOSEN)
  const chosen = communities.find(({ code }) => code === kept) ?? communities[0]
  return chosen?.code ?? ''
}

export const choose = (code: string): void => {
  storage.write(CHOSEN, code)
}

const useQueue = (community: string) =>
  usePages(
    `workbench.queue:${community}`,
    cursor => api.workbench.queue({ community, limit: MOST, cursor }),
    { empty: ({ waiting }) => waiting.length === 0 },
  )

/** Keeps what kind of case an answer is. */
const as =
  <K extends Case['kind']>(kind: K) =>
  <T>(answer: Answer<T>): Answer<{ kind: K; of: T }> =>
    answer.ok ? { ok: true, value: { kind, of: answer.value } } : answer

async function ask({ kind, caseId, volunteerId = '' }: WhichCase): Promise<Answer<Case>> {
  if (kind === 'booking') return as(kind)(await api.booking.show({ bookingId: caseId }))
  if (kind === 'microproject') return as(kind)(await api.microproject.show({ microprojectId: caseId }))
  return as(kind)(await api.volunteer.reported({ taskId: caseId, volunteerId }))
}

export const useCase = (which: WhichCase) => useQuery(`workbench.case:${keyOf(which)}`, () => ask(which))

async function decide({ shown, verdict }: { shown: Case; verdict: Verdict }): Promise<Answer<Case>> {
  const reason = 'reason' in verdict ? verdict.reason : undefined
  if (shown.kind === 'booking') {
    const { bookingId } = shown.of
    if (decisionOf(shown) === 'appeal')
      return as(shown.kind)(
        await (reason ? api.booking.uphold({ bookingId, reason }) : api.booking.excuse({ bookingId })),
      )
    return as(shown.kind)(
      await (reason ? api.booking.decline({ bookingId, reason }) : api.booking.approve({ bookingId })),
    )
  }
  if (shown.kind === 'microproject') {
    const { microprojectId, version } = shown.of
    return as(shown.kind)(
      await (reason
        ? api.microproject.sendBack({ microprojectId, version, reason })
        : api.microproject.accept({ microprojectId, version })),
    )
  }
  const { volunteerId, minutes = 0, task } = shown.of
  const seen = { taskId: task.taskId, volunteerId, version: task.version }
  const confirmed = ('minutes' in verdict && verdict.minutes) || minutes
  return as(shown.kind)(
    await (reason
      ? api.volunteer.dispute({ ...seen, reason })
      : api.volunteer.confirm({ ...seen, minutes: confirmed })),
  )
}

export const useSeriesOf = (seriesId: string) =>
  useQuery(`booking.series:${seriesId}`, () => api.booking.series({ seriesId }))

/** All of a series that wait are answered at once. */
export const useAnswerSeries = ({ tell }: Stale) =>
  useSend(
    ({ seriesId, reason }: { seriesId: string; reason?: string | undefined }) =>
      reason === undefined
        ? api.booking.approveSeries({ seriesId })
        : api.booking.declineSeries({ seriesId, reason }),
    tell,
  )

export const useDecide = ({ tell }: Stale) => useSend(decide, tell)
/** What was written of a task, until it is published. */
export const taskDraft = keptSignal('task', { title: '', what: '', where: '' })

export const usePublish = () =>
  useSendLater('volunteer.publish', '/workbench/pages/queue', ({ title }) => title, { draft: taskDraft })

/** Lines that were decided here: the queue's index may still list them for a moment. And what was said about the last. */
const decided = personalSignal<{ gone: readonly string[]; said: string; failed?: boolean }>({
  gone: [],
  said: '',
})

export const useSaid = decided.use

export function settle(line: string, said: string): void {
  decided.set({ gone: [...decided.get().gone, line], said })
}

/** Of a decision that was refused when its reader had gone on already. */
export function sayRefused(said: string): void {
  decided.set({ ...decided.get(), said, failed: true })
}

const EVERY_MINUTE_MS = 60_000

/** The queue of one community as it stands on the page; colleagues work on it too, so it is asked for every minute. */
export function useBoard(communities: readonly Community[]) {
  const [community, setCommunity] = useState(() => chosenOf(communities))
  const [filter, setFilter] = useState<Filter>('all')
  const queue = useQueue(community)
  const { gone } = decided.use()
  useRepeat(EVERY_MINUTE_MS, queue.first.refresh)
  const waiting = folded(
    queue.pages.flatMap(page => page.waiting).filter(line => !gone.includes(lineKey(line))),
  )
  return {
    communities,
    community,
    choose(code: string) {
      choose(code)
      setCommunity(code)
    },
    filter,
    setFilter,
    queue,
    waiting,
    lines: filtered(waiting, filter),
    asOf: queue.pages[0]?.asOf,
  }
}
export type Board = ReturnType<typeof useBoard>
