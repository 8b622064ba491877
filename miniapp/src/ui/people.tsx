import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from './icon'
import { Face } from './lines'
import './people.css'
import { Tap } from './tap'

/** People side by side: a household, or whom one may choose among. */
export const People = ({ children }: { children: ReactNode }) => <View className="yk-people">{children}</View>

interface OneProps {
  name: string
  /** How one calls them here, where that is not their name. */
  called?: string
  note?: string
}

const Portrait = ({ name, called = name, note }: OneProps) => (
  <>
    <View className="yk-people__ring">
      <Face name={name} size={56} />
    </View>
    <View className="yk-people__name">{called}</View>
    {note && <View className="yk-people__note">{note}</View>}
  </>
)

export const One = (props: OneProps) => (
  <View className="yk-people__one">
    <Portrait {...props} />
  </View>
)

/** One of several to choose. */
export function OneOf({ on, onTap, ...one }: OneProps & { on: boolean; onTap: () => void }) {
  return (
    <Tap
      role="radio"
      className={`yk-people__one${on ? ' yk-people__one--on' : ''}`}
      selected={on}
      onTap={onTap}
    >
      <Portrait {...one} />
    </Tap>
  )
}

/** A place for somebody new. */
export function NewOne({ label, onTap }: { label: string; onTap: () => void }) {
  return (
    <Tap className="yk-people__one" onTap={onTap}>
      <View className="yk-people__ring">
        <View className="yk-people__new">
          <Icon name="plus" />
        </View>
      </View>
      <View className="yk-people__name">{label}</View>
    </Tap>
  )
}
