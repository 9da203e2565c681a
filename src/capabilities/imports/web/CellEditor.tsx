import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import type { CellAt } from './cells.ts'
import type { Hands } from './useMending.ts'

type CellEditorProps = { at: CellAt; text: string; choices: readonly string[]; hands: Hands }

/** Writing in the cell itself: Enter keeps it, Escape leaves it as it was, Tab keeps it and goes to the next wrong cell. */
export const CellEditor = ({ at, text, choices, hands }: CellEditorProps) => {
  const input = useRef<HTMLInputElement>(null)
  const list = useId()
  const done = useRef(false)

  useEffect(() => {
    input.current?.focus({ preventScroll: true })
    input.current?.select()
  }, [])

  const keep = (then: 'next' | 'stay') => {
    done.current = true
    const written = input.current?.value.trim() ?? text
    if (written !== text) hands.write([at], written, then)
    else if (then === 'next') hands.next(at)
    else hands.rest(at)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    // The Enter that chooses a word in a Chinese input method is not the end of writing.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      done.current = true
      hands.rest(at)
    } else if (event.key === 'Enter') keep('stay')
    else if (event.key === 'Tab' && !event.shiftKey) keep('next')
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <>
      <input
        ref={input}
        className="grid-editor"
        aria-label="改这一格"
        defaultValue={text}
        maxLength={500}
        size={Math.max(6, Math.min(24, text.length + 2))}
        list={choices.length > 0 ? list : undefined}
        onKeyDown={onKeyDown}
        onBlur={() => !done.current && keep('stay')}
      />
      {choices.length > 0 && (
        <datalist id={list}>
          {choices.map(choice => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      )}
    </>
  )
}
