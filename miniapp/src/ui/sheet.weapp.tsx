import { View } from '@tarojs/components'
import { useComfort } from '../platform/comfort'
import { aria } from './aria'
import { Icon } from './icon'
import './sheet.css'
import { Tap } from './tap'
import type { SheetProps } from './types'
import { controlWords as words } from './words'

/** ms; in 长辈版 nothing moves by itself. */
const SLIDES = 180

export function Sheet({ open, title, onClose, children }: SheetProps) {
  const { elder } = useComfort()
  return (
    <View className="yk-sheet">
      <van-popup
        show={open}
        position="bottom"
        round
        duration={elder ? 0 : SLIDES}
        onClose={onClose}
        safe-area-inset-bottom={false}
      >
        <View
          className="yk-sheet__page"
          {...aria({ role: 'dialog', label: title, modal: true, hidden: !open })}
        >
          <View className="yk-sheet__head">
            <View className="yk-sheet__title" {...aria({ role: 'heading', level: 2 })}>
              {title}
            </View>
            <Tap className="yk-sheet__close" label={words.close} onTap={onClose}>
              <Icon name="cross" />
            </Tap>
          </View>
          {open && children}
        </View>
      </van-popup>
    </View>
  )
}
