/**
 * The development door: anyone may enter as one of the demo's people. Everything here is reached only where `SANDBOX`
 * is true, so a production build does not contain it.
 */
import Taro from '@tarojs/taro'
import { type Answer, offline } from './answer'
import { deviceStorage } from './storage'

export interface Persona {
  id: string
  label: string
  /** Name of the community where they live; null: they have not said. */
  community: string | null
}

const REMEMBERED = 'persona'

async function ask<T>(path: string, persona?: string): Promise<T | null> {
  try {
    const { statusCode, data } = await Taro.request<T>({
      url: `${SANDBOX_BASE}/sandbox/${path}`,
      method: persona ? 'POST' : 'GET',
      header: { 'content-type': 'application/json' },
      ...(persona ? { data: { persona } } : {}),
    })
    return statusCode === 200 ? data : null
  } catch {
    return null
  }
}

/** Whom one can enter as. */
export async function personas(): Promise<Answer<readonly Persona[]>> {
  const reply = await ask<{ personas: Persona[] }>('personas')
  return reply ? { ok: true, value: reply.personas } : { ok: false, problem: offline() }
}

/** A login code of this persona, as wx.login would give one; remembered for the next silent sign-in. */
export async function codeOf(persona: string): Promise<string | null> {
  const reply = await ask<{ code: string }>('login', persona)
  if (reply) deviceStorage.write(REMEMBERED, persona)
  return reply?.code ?? null
}

/** A fresh code of whoever entered last; null where nobody has. */
export async function rememberedCode(): Promise<string | null> {
  const persona = deviceStorage.read<string>(REMEMBERED)
  return persona ? codeOf(persona) : null
}

export const forgetPersona = (): void => deviceStorage.forget(REMEMBERED)
