/** The hand in the grid: which cell it is in, what its keys change, and the way back. */
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react'
import type { AskedPaper, DossierLine } from '../contract.ts'
import type { Paper } from '../rules.ts'
import { cellKey } from './entries.ts'
import { type At, moved, nextDigits } from './grid.ts'
import { type Changes, changedByKey, columnComplete, filledDown, pasted, rowComplete, type Sheet } from './sheet.ts'
import { type Entering, useEntering } from './useEntering.ts'

export const idOf = ({ row, column }: At) => `entry-${row}-${column}`
export const LEGEND = 'entry-legend'

/** What a key with Control changes; null: it is the browser’s. */
const withControl = (sheet: Sheet, here: At, { key, shiftKey }: KeyboardEvent): Changes | null => {
  if (key === 'Enter') return shiftKey ? columnComplete(sheet, here.column) : rowComplete(sheet, here.row)
  return key.toLowerCase() === 'd' ? filledDown(sheet, here, shiftKey) : null
}

/** Every change goes through here, and can be taken back. */
const useChanges = (entering: Entering) => {
  const undone = useRef<Changes[]>([])
  const change = (changes: Changes) => {
    if (changes.size === 0) return
    undone.current.push(new Map([...changes.keys()].map(key => [key, entering.at(key)])))
    entering.take(changes)
  }
  const takeBack = () => {
    const last = undone.current.pop()
    if (last) entering.take(last)
  }
  return { change, takeBack }
}

export function useGrid(rows: readonly DossierLine[], checklist: readonly AskedPaper[], place: string) {
  const entering = useEntering(rows, place)
  const [here, setHere] = useState<At>({ row: 0, column: 0 })
  const [remarking, setRemarking] = useState(false)
  const digits = useRef('')
  const { change, takeBack } = useChanges(entering)
  const sheet: Sheet = { rows, checklist, at: (graduateId, paper) => entering.at(cellKey(graduateId, paper)) }
  const person = rows[here.row]!
  const asked = checklist[here.column]!
  const open = person.can.includes('enter') && person.asked.includes(asked.key)
  const paper = sheet.at(person.graduateId, asked.key)
  const changeHere = (next: Paper) => change(new Map([[cellKey(person.graduateId, asked.key), next]]))

  const stand = (at: At) => {
    digits.current = ''
    setHere(at)
  }
  const controlled = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() === 'z') {
      takeBack()
      return event.preventDefault()
    }
    const changes = withControl(sheet, here, event)
    if (!changes) return
    event.preventDefault()
    change(changes)
  }
  const typed = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() === 'r') {
      event.preventDefault()
      return setRemarking(true)
    }
    digits.current = /^\d$/.test(event.key) ? nextDigits(digits.current, event.key) : ''
    const next = changedByKey(paper, event.key, digits.current, asked)
    if (!next) return
    event.preventDefault()
    changeHere(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey) return
    if (event.ctrlKey || event.metaKey) return controlled(event)
    if (event.key === 'Escape') return document.getElementById(LEGEND)?.focus()
    const to = moved(here, event.key, event.shiftKey, { rows: rows.length, columns: checklist.length })
    if (to) {
      event.preventDefault()
      stand(to)
      return document.getElementById(idOf(to))?.focus()
    }
    if (open && event.key !== 'Tab') typed(event)
  }
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    if (text === '') return
    event.preventDefault()
    change(pasted(sheet, here, text))
  }
  const remarked = (remark: string | null) => {
    setRemarking(false)
    if (remark !== null) changeHere({ ...paper, remark })
    document.getElementById(idOf(here))?.focus()
  }
  return { entering, sheet, here, person, asked, open, paper, remarking, stand, onKeyDown, onPaste, remarked }
}
