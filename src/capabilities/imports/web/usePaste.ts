import { App } from 'antd'
import type { ClipboardEvent } from 'react'
import type { ImportRowView } from '../contract.ts'
import { placeOf } from './gridKeys.ts'
import { copiedLines, fillDown } from './paste.ts'
import type { Hands } from './useMending.ts'
import { pastedWords, pasteRefusalWords } from './words.ts'

/** Pasting in a cell of the grid fills it and the cells below. One line pasted while a cell is written goes into its text, as anywhere. */
export const usePaste = (rows: readonly ImportRowView[], hands: Hands) => {
  const { message } = App.useApp()
  return (event: ClipboardEvent<HTMLElement>) => {
    const from = event.target as HTMLElement
    const cell = event.currentTarget.contains(from) ? from.closest('td') : null
    const at = cell && placeOf(cell)
    const copied = event.clipboardData.getData('text/plain')
    if (!at || (from instanceof HTMLInputElement && copiedLines(copied).length === 1)) return
    event.preventDefault()
    const filling = fillDown(rows, at, copied)
    if (!filling.allowed) {
      void message.warning(pasteRefusalWords[filling.reason])
      return
    }
    const { edits, filled, left } = filling.value
    const said = () => void message.success(pastedWords({ filled, changed: edits.length, left }))
    if (edits.length > 0) hands.fill(at, edits, said)
    else said()
  }
}
