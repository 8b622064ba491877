import { View } from '@tarojs/components'
import { useState } from 'react'
import { useKeys } from '../platform/use-keys'
import { Sheet } from '../ui/sheet'
import './keys.css'
import { words } from './words'

/** The keys of the desk: those of the queue in sight while one works there, all of them when `?` is pressed. */
export function Keys({ legend }: { legend: boolean }) {
  const [open, setOpen] = useState(false)
  useKeys({ '?': () => setOpen(true), '？': () => setOpen(true) })
  return (
    <>
      {legend && <List keys={words.keys} />}
      <Sheet open={open} title={words.keysTitle} onClose={() => setOpen(false)}>
        <List keys={[...words.keys, ...words.moreKeys]} />
      </Sheet>
    </>
  )
}

const List = ({ keys }: { keys: readonly (readonly [string, string])[] }) => (
  <View className="workbench-keys">
    {keys.map(([key, what]) => (
      <View key={key} className="workbench-keys__one">
        <View className="workbench-keys__cap">{key}</View>
        {what}
      </View>
    ))}
  </View>
)
