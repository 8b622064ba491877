import type { ReactNode } from 'react'
import type { Tapped } from './meant.weapp'

interface VanControl {
  children?: ReactNode
}

// Only `ui` writes these tags. Every attribute stands in the JSX as a literal: Taro collects them from there.
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'van-button': VanControl & {
        block?: boolean
        round?: boolean
        disabled?: boolean
        'custom-style'?: string
        'aria-label'?: string
        onClick?: (event: Tapped) => void
      }
      'van-field': VanControl & {
        value: string
        type: 'text' | 'number' | 'textarea'
        placeholder?: string
        maxlength?: number
        disabled?: boolean
        autosize?: boolean | { minHeight: number }
        'confirm-type'?: 'search' | 'done'
        focus?: boolean
        border?: boolean
        onInput?: (event: { detail: string }) => void
        onConfirm?: () => void
      }
      'van-popup': VanControl & {
        show: boolean
        position: 'bottom'
        round?: boolean
        duration?: number
        'safe-area-inset-bottom'?: boolean
        onClose?: () => void
      }
    }
  }
}
