import { View } from '@tarojs/components'
import { aria } from './aria'
import './button.css'
import { ifMeant } from './meant.weapp'
import type { ButtonProps } from './types'

/** Vant’s buttons are as high as one line, and cut a second one off. */
const GROWS =
  'height: auto; min-height: var(--button-default-height); padding: 6px 20px 6px var(--button-start, 20px)'

export function Button({ children, onTap, kind = 'go', busy, disabled, compact, label }: ButtonProps) {
  return (
    <View
      className={`yk-button yk-button--${kind}${disabled ? ' yk-button--off' : ''}${compact ? ' yk-button--compact' : ''}`}
      {...aria({ busy, disabled })}
    >
      <van-button
        block
        round
        disabled={disabled || busy}
        custom-style={GROWS}
        aria-label={label ?? children}
        onClick={ifMeant(onTap)}
      >
        {busy ? `${children} …` : children}
      </van-button>
    </View>
  )
}
