import { useEffect, useId, useRef } from 'react'
import { Icon } from './icon'
import './sheet.css'
import { Tap } from './tap'
import type { SheetProps } from './types'
import { controlWords as words } from './words'

/** A real modal dialog: the browser keeps the focus inside, Escape closes, focus goes back afterwards. */
export function Sheet({ open, title, onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])
  // A click beside the page hits the dialog itself. Only for the mouse: keys have Escape and the button.
  useEffect(() => {
    const beside = (event: MouseEvent) => event.target === dialog.current && onClose()
    document.addEventListener('click', beside)
    return () => document.removeEventListener('click', beside)
  }, [onClose])
  return (
    <dialog
      ref={dialog}
      className="yk-sheet yk-sheet__native"
      aria-labelledby={id}
      onCancel={event => {
        event.preventDefault()
        onClose()
      }}
    >
      <div className="yk-sheet__page">
        <div className="yk-sheet__head">
          <h2 className="yk-sheet__title" id={id}>
            {title}
          </h2>
          <Tap className="yk-sheet__close" label={words.close} onTap={onClose}>
            <Icon name="cross" />
          </Tap>
        </div>
        {open && children}
      </div>
    </dialog>
  )
}
