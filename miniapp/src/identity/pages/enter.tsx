import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { signInWith } from '../../platform/api'
import { useSend } from '../../platform/use-send'
import { Cell, Failure, Notice, Screen, Skeleton } from '../../ui'

interface Persona {
  id: string
  label: string
  community: string
}

/** The sandbox's own two calls; no part of the contract, and this page is no part of a production build. */
const sandbox = {
  personas: async () =>
    (await Taro.request<{ personas: Persona[] }>({ url: '/sandbox/personas' })).data.personas,
  loginCode: async (persona: string) =>
    (await Taro.request<{ code: string }>({ url: '/sandbox/login', method: 'POST', data: { persona } })).data
      .code,
}

export default function Enter() {
  const [personas, setPersonas] = useState<readonly Persona[] | null>(null)
  const entering = useSend(async (persona: string) => signInWith(await sandbox.loginCode(persona)))

  useEffect(() => {
    sandbox.personas().then(setPersonas, () => setPersonas([]))
  }, [])

  const enter = async (persona: string) => {
    if (await entering.send(persona)) Taro.switchTab({ url: '/circle/tab/index' })
  }

  return (
    <Screen title="选一个身份进入" door>
      <Notice tone="waiting">演示环境：选谁，就以谁的身份使用。</Notice>
      {personas === null && <Skeleton />}
      {entering.problem && <Failure problem={entering.problem} />}
      {personas?.map(({ id, label, community }) => (
        <Cell key={id} title={label} note={community} onTap={() => enter(id)} />
      ))}
    </Screen>
  )
}
