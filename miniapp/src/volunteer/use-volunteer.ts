import type { Task } from '@yike/shared/volunteer/schema'
import { api } from '../platform/api'
import { session, useMe } from '../platform/session'
import { usePages } from '../platform/use-pages'
import { useQuery } from '../platform/use-query'
import { useSend } from '../platform/use-send'
import { useSendLater } from '../platform/use-send-later'
import type { Stale } from '../platform/use-stale'

const MOST = 50

/** Waits while I have no community: there is no menu without one. */
export const useMenu = () =>
  usePages(
    useMe()?.community ? 'volunteer.menu' : null,
    cursor => api.volunteer.menu({ limit: MOST, cursor }),
    {
      empty: ({ tasks }) => tasks.length === 0,
    },
  )

export const useMine = () =>
  usePages(
    useMe()?.community ? 'volunteer.mine' : null,
    cursor => api.volunteer.mine({ limit: MOST, cursor }),
    {
      empty: ({ claims, balanceMinutes }) => claims.length === 0 && balanceMinutes === 0,
    },
  )

/** A task, and my claim of it if there is one: its story and minutes stand with my claims. */
export function useTask(taskId: string) {
  const task = useQuery(`volunteer.task:${taskId}`, () => api.volunteer.task({ taskId }))
  const claimed = task.state !== 'loading' && task.value?.claim !== undefined
  const mine = useQuery(claimed ? 'volunteer.mine' : null, () => api.volunteer.mine({ limit: MOST }))
  const claims = mine.state === 'loading' ? [] : (mine.value?.claims ?? [])
  return {
    task,
    claim: claims.find(claim => claim.task.taskId === taskId),
    refresh: () => Promise.all([task.refresh(), mine.refresh()]),
  }
}

export const useRegistered = (): boolean => useMe()?.roles.includes('volunteer') ?? false

/** Becomes a volunteer; the person kept on this phone learns of the new role. */
export const useRegister = () =>
  useSend(async (_: Record<string, never>) => {
    const answer = await api.volunteer.register({})
    if (answer.ok) {
      const me = await api.identity.me({})
      if (me.ok) session.refreshMe(me.value)
    }
    return answer
  })

export const useClaim = ({ title, taskId }: Task, { tell }: Stale) =>
  useSendLater('volunteer.claim', '/volunteer/pages/mine', () => title, { onStale: tell, about: { taskId } })
export const useRelease = ({ tell }: Stale) => useSend(api.volunteer.release, tell)
export const useComplete = ({ title, taskId }: Task, { tell }: Stale) =>
  useSendLater('volunteer.complete', '/volunteer/pages/mine', () => title, {
    onStale: tell,
    about: { taskId },
  })
