import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'

type AskFirstProps = {
  title: string
  /** What happens, and what is kept. */
  says: string
  yes: string
  no: string
  busy: boolean
  onYes: () => void
  /** The button that asks. */
  button: (ask: () => void) => ReactNode
}

/** A choice that is made with its consequence in view. */
export const AskFirst = ({ title, says, yes, no, busy, onYes, button }: AskFirstProps) => {
  const [asking, setAsking] = useState(false)
  const close = () => setAsking(false)
  const agree = () => {
    close()
    onYes()
  }
  return (
    <>
      {button(() => setAsking(true))}
      {asking && (
        <Dialog
          title={title}
          onClose={close}
          actions={
            <>
              <Button onClick={close}>{no}</Button>
              <Button type="primary" loading={busy} onClick={agree}>
                {yes}
              </Button>
            </>
          }
        >
          <p>{says}</p>
        </Dialog>
      )}
    </>
  )
}
