import { readCode } from '@yike/shared/identity/rules'
import type { Problem } from '@yike/shared/kernel/problem'
import { type ReactNode, useState } from 'react'
import { useComfort } from '../platform/comfort'
import { Answer, Button, Refusal, Screen, Stack } from '../ui'
import { CodeField, onPhone, scan } from './code-field'
import { AskCode } from './elder/code'

interface CodePageProps<T> {
  words: Parameters<typeof AskCode>[0]['words'] & { readonly title: string }
  /** Asks what a code is for. */
  reading: {
    readonly busy: boolean
    readonly problem: Problem | null
    readonly send: (asked: { code: string }) => Promise<T | null>
    readonly clear: () => void
  }
  /** What is offered by it, and the yes. */
  children: (offered: T, code: string) => ReactNode
}

/** A code that one was told, typed or scanned; then what it offers. */
export function CodePage<T>({ words, reading, children }: CodePageProps<T>) {
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  const [offered, setOffered] = useState<T | null>(null)
  const { elder } = useComfort()
  const title = elder ? undefined : words.title
  const code = readCode(typed)

  const read = async (from: string) => {
    const found = readCode(from)
    setTyped(from)
    setTried(true)
    if (found) setOffered(await reading.send({ code: found }))
  }
  const scanned = async () => {
    const found = await scan()
    if (found) await read(found)
  }

  if (offered && code) return <Screen title={title}>{children(offered, code)}</Screen>
  const entry = {
    words,
    typed,
    wrong: tried && !code,
    onType: (written: string) => {
      setTyped(written)
      reading.clear()
    },
    onRead: () => read(typed),
  }
  const { busy, problem } = reading
  if (elder)
    return (
      <Screen>
        <AskCode {...entry} busy={busy} problem={problem} onScan={onPhone ? scanned : undefined} />
      </Screen>
    )
  return (
    <Screen
      title={title}
      foot={
        <Button kind="next" busy={busy} onTap={() => read(typed)}>
          {words.read}
        </Button>
      }
    >
      <Stack>
        {onPhone && <Answer icon="search" title={words.scan} onTap={scanned} />}
        <CodeField {...entry} />
        {problem && <Refusal problem={problem} />}
      </Stack>
    </Screen>
  )
}
