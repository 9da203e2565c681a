import { App, Button } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { useSession } from '../../../ui/session.ts'
import type { TodayView } from '../contract.ts'
import { urgingText } from './urging.ts'

/** Where the browser refuses to copy, the text is shown to be copied by hand. */
const ByHand = ({ text, onClose }: { text: string; onClose: () => void }) => (
  <Dialog title="催办文字" onClose={onClose} actions={<Button onClick={onClose}>关闭</Button>}>
    <p className="second">浏览器不允许直接复制，请选中下面的文字后按 Ctrl C。</p>
    <textarea className="urge-text" readOnly rows={5} value={text} onFocus={event => event.target.select()} aria-label="催办文字" />
  </Dialog>
)

/** Copies a reminder for the units' group chat. */
export const UrgeButton = ({ line, view }: { line: TodayView['work'][number]; view: TodayView }) => {
  const { unitName } = useSession()
  const { message } = App.useApp()
  const [byHand, setByHand] = useState(false)
  const text = urgingText(line, view, unitName)

  const copy = () => {
    // Without https the browser has no clipboard at all.
    const done = navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject(new Error('no clipboard'))
    done.then(
      () => message.success('催办文字已复制，可以粘贴到工作群'),
      () => setByHand(true),
    )
  }

  return (
    <>
      <Button onClick={copy} title={text}>
        复制催办文字
      </Button>
      {byHand && <ByHand text={text} onClose={() => setByHand(false)} />}
    </>
  )
}
