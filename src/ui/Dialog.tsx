import { type ReactNode, useEffect, useId, useRef } from 'react'
import './dialog.css'

type DialogProps = {
  title: string
  onClose: () => void
  /** The way back first, one main action last. Pop-ups of controls inside open below the dialog: use native ones. */
  actions?: ReactNode
  children: ReactNode
}

/** A question over the page: the browser's own dialog, which keeps the focus inside and closes by Escape. Drawn only while open. */
export const Dialog = ({ title, onClose, actions, children }: DialogProps) => {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)

  useEffect(() => {
    const shown = dialog.current
    if (shown && !shown.open) shown.showModal()
    return () => shown?.close()
  }, [])

  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={id} onCancel={onClose}>
      <header>
        <h2 id={id}>{title}</h2>
        <button type="button" className="dialog-close" aria-label="关闭" onClick={onClose}>
          ×
        </button>
      </header>
      <div className="dialog-body">{children}</div>
      {actions && <footer>{actions}</footer>}
    </dialog>
  )
}
