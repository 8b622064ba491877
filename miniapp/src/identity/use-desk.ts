import type { Session } from '@yike/shared/identity/schema'
import { DESK_CODE_MINUTES, type DeskCode } from '@yike/shared/identity/schema/desk'
import type { Problem } from '@yike/shared/kernel/problem'
import { useEffect, useState } from 'react'
import { api } from '../platform/api'
import { deskKey, deskLabel } from '../platform/desk'
import { open } from '../platform/route'
import { session } from '../platform/session'
import { usePages } from '../platform/use-pages'
import { useSend } from '../platform/use-send'

/** How often a desk asks whether somebody has confirmed. It ends with the code: sixty times at most. */
const POLL_MS = 2_000

interface Asking {
  readonly code: DeskCode | null
  /** Why the code can no longer be used: its time is over, or the phone said no. */
  readonly end: 'over' | 'refused' | null
  readonly problem: Problem | null
  /** How long the code can still be scanned, in steps of ten. */
  readonly secondsLeft: number
  readonly askAnew: () => void
}

const WHOLE_SECONDS = DESK_CODE_MINUTES * 60

/** At the desk: shows a code and waits until a phone has confirmed it; then goes to the workbench. */
export function useDeskCode(): Asking {
  const [code, setCode] = useState<DeskCode | null>(null)
  const [end, setEnd] = useState<Asking['end']>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [secondsLeft, setSecondsLeft] = useState(WHOLE_SECONDS)
  const [turn, setTurn] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn is a new code
  useEffect(() => {
    let left = false
    setCode(null)
    setSecondsLeft(WHOLE_SECONDS)
    setEnd(null)
    setProblem(null)
    api.identity.askDesk({ label: deskLabel(navigator.userAgent) }).then(asked => {
      if (left) return
      if (asked.ok) setCode(asked.value)
      else setProblem(asked.problem)
    })
    return () => {
      left = true
    }
  }, [turn])

  useEffect(() => {
    if (!code) return undefined
    const { code: shown, secret, deskId } = code
    // Counted from now: a desk's own clock may be wrong.
    const untilMs = Date.now() + WHOLE_SECONDS * 1_000
    let timer: ReturnType<typeof setTimeout>
    let left = false
    const count = () => setSecondsLeft(Math.max(10, Math.ceil((untilMs - Date.now()) / 10_000) * 10))
    const look = async () => {
      const taken = await api.identity.takeDesk({ code: shown, secret })
      if (left) return
      const enter = (own: Session) => {
        session.keep(own)
        deskKey.keep({ deskId, secret })
        open('/workbench/pages/queue')
      }
      if (taken.ok && taken.value.session) return enter(taken.value.session)
      // Taken by this desk, whose answer was lost on the way: only it has the secret.
      if (!taken.ok && taken.problem.code === 'identity.desk_code_used') {
        const renewed = await api.identity.renewDesk({ deskId, secret })
        if (left) return
        if (renewed.ok) return enter(renewed.value)
      }
      const refused = !taken.ok && taken.problem.status >= 400 && taken.problem.status < 429
      const saidNo = !taken.ok && taken.problem.code === 'identity.desk_code_refused'
      if (refused || Date.now() > untilMs) return setEnd(saidNo ? 'refused' : 'over')
      count()
      timer = setTimeout(look, POLL_MS)
    }
    timer = setTimeout(look, POLL_MS)
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [code])

  return { code, end, problem, secondsLeft, askAnew: () => setTurn(turn + 1) }
}

export const useScan = () => useSend(api.identity.scanDesk)
export const useLetIn = () => useSend(api.identity.confirmDesk)
export const useNotMine = () => useSend(api.identity.refuseDesk)
export const useEndDesk = () => useSend(api.identity.endDesk)

export const useDesks = () =>
  usePages('identity.desks', cursor => api.identity.desks({ cursor }), {
    empty: ({ desks }) => desks.length === 0,
  })

export const useLooks = () =>
  usePages('identity.looks', cursor => api.identity.looks({ cursor }), {
    empty: ({ looks }) => looks.length === 0,
  })
