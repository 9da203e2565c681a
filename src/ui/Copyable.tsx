import { CheckOutlined, CopyOutlined } from '@ant-design/icons'
import { type ReactNode, useEffect, useState } from 'react'
import './copyable.css'

type Outcome = 'idle' | 'copied' | 'refused'
const said: Record<Outcome, string> = { idle: '', copied: '已复制', refused: '浏览器不允许复制，请选中文字后按 Ctrl C' }

/** Words with a button that copies them; `text` when the copy differs from what is shown. */
export const Copyable = ({ text, children }: { text: string; children?: ReactNode }) => {
  const [outcome, setOutcome] = useState<Outcome>('idle')

  useEffect(() => {
    if (outcome === 'idle') return
    const timer = setTimeout(() => setOutcome('idle'), 4000)
    return () => clearTimeout(timer)
  }, [outcome])

  const copy = () => {
    // Without https the browser has no clipboard at all.
    const done = navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject(new Error('no clipboard'))
    done.then(
      () => setOutcome('copied'),
      () => setOutcome('refused'),
    )
  }

  return (
    <span className="copyable">
      {children ?? text}
      <button type="button" onClick={copy} aria-label={`复制 ${text}`} title="复制">
        {outcome === 'copied' ? <CheckOutlined /> : <CopyOutlined />}
      </button>
      <span className="fine" role="status">
        {said[outcome]}
      </span>
    </span>
  )
}
