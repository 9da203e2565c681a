import { Input, type InputRef } from 'antd'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'

type RemarkLineProps = { label: string; value: string; onDone: (remark: string | null) => void }

/** Enter keeps the words, Escape leaves them; either way back to the cell. */
export const RemarkLine = ({ label, value, onDone }: RemarkLineProps) => {
  const input = useRef<InputRef>(null)
  const [typed, setTyped] = useState(value)
  useEffect(() => input.current?.focus(), [])
  const onKeyDown = (event: KeyboardEvent) => {
    // An input method takes Enter for its own word.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') onDone(typed.trim())
    if (event.key === 'Escape') onDone(null)
  }
  return (
    <div className="entry-remark">
      <span>{label}</span>
      <Input
        ref={input}
        aria-label={label}
        maxLength={200}
        value={typed}
        onChange={event => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <span className="fine">Enter 保存，Esc 不改。不需要的，在这里写理由。</span>
    </div>
  )
}
