import { type ReactNode, useState } from 'react'
import { changeScene } from '../platform/finger'
import { Answer } from './answer'
import { controlWords as words } from './words'

/** As many large lines as one keeps in mind. */
const FEW = 5

interface FewProps<T> {
  of: readonly T[]
  children: (one: T) => ReactNode
  /** Fetches the next page; absent at the end of the list. */
  more?: (() => void) | undefined
  busy?: boolean
  /** How many at a time. */
  few?: number
}

/** 长辈版 shows a list by a few at a time; the answer below brings the next ones. */
export function Few<T>({ of, children, more, busy, few = FEW }: FewProps<T>) {
  const [shown, setShown] = useState(few)
  const go = () => {
    changeScene()
    if (shown + few > of.length) more?.()
    setShown(shown + few)
  }
  return (
    <>
      {of.slice(0, shown).map(children)}
      {(shown < of.length || more) && <Answer icon="down" title={words.more} busy={busy} onTap={go} />}
    </>
  )
}
