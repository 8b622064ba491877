import { View } from '@tarojs/components'
import { aria } from './aria'
import './button.css'
import type { ButtonProps } from './types'

export function Button({ children, onTap, kind = 'go', busy, disabled, compact, label }: ButtonProps) {
  return (
    <View
      className={`yk-button yk-button--${kind}${disabled ? ' yk-button--off' : ''}${compact ? ' yk-button--compact' : ''}`}
      {...aria({ busy, disabled })}
    >
      <van-button
        block={!compact}
        round
        disabled={disabled}
        loading={busy}
        loading-text={children}
        loading-size="18px"
        aria-label={label ?? children}
        onClick={onTap}
      >
        {children}
      </van-button>
    </View>
  )
}
