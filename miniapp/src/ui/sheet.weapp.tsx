import { View } from '@tarojs/components'
import { aria } from './aria'
import { Icon } from './icon'
import './sheet.css'
import { Tap } from './tap'
import type { SheetProps } from './types'
import { controlWords as words } from './words'

export function Sheet({ open, title, onClose, children }: SheetProps) {
  return (
    <View className="yk-sheet">
      <van-popup show={open} position="bottom" round onClose={onClose} safe-area-inset-bottom={false}>
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
