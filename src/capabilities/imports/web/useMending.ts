import { useEffect, useMemo, useRef, useState } from 'react'
import type { PreviewView } from '../contract.ts'
import { type CellAt, type GridColumn, nextWrong, sameCell, wrongCells } from './cells.ts'
import type { Change, ImportWrites } from './useImport.ts'

/** `look`: its card is open; `edit`: its text is being written; `focus`: one merely stands there. */
export type Place = CellAt & { mode: 'focus' | 'look' | 'edit' }

export type Hands = {
  look: (at: CellAt) => void
  edit: (at: CellAt) => void
  /** Closes card or editor and stays at the cell. */
  rest: (at: CellAt) => void
  /** To the next wrong cell; from nowhere to the first. */
  next: (from: CellAt | null) => void
  /** Null takes a correction back. */
  write: (cells: readonly CellAt[], text: string | null, then: 'next' | 'stay') => void
  skip: (row: number) => void
  unskip: (rows: readonly number[]) => void
  /** Null takes the reason back. */
  keep: (at: CellAt, kind: string, reason: string | null) => void
}

type Given = {
  preview: PreviewView
  columns: readonly GridColumn[]
  writes: ImportWrites
  /** The page shown is not yet the one that was asked for. */
  stale: boolean
  /** Leaves another tab for the one that holds the wrong rows. */
  toWrong: () => void
}

/** Where to go once the answer is there: to this cell, or to the first wrong one. */
type Wanted = { at: CellAt | null; stay: boolean }

/** Where one stands in the grid, and what can be done there. After each mend the next wrong cell opens. */
export const useMending = ({ preview, columns, writes: { mend }, stale, toWrong }: Given) => {
  const [place, setPlace] = useState<Place | null>(null)
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const cells = useMemo(() => wrongCells(preview.rows, columns), [preview.rows, columns])

  useEffect(() => {
    if (!wanted || stale || mend.isPending) return
    const there = wanted.at && cells.find(cell => sameCell(cell, wanted.at))
    const target = there ?? (wanted.stay ? undefined : cells[0])
    if (target) setPlace({ ...target, mode: 'look' })
    else setPlace(wanted.stay && wanted.at ? { ...wanted.at, mode: 'focus' } : null)
    setWanted(null)
  }, [wanted, stale, mend.isPending, cells])

  const latest = useRef({ cells, counts: preview.counts })
  latest.current = { cells, counts: preview.counts }

  const hands = useMemo((): Hands => {
    const send = (change: Change, then: Wanted) => {
      setPlace(null)
      mend.mutate(change, { onSuccess: () => setWanted(then) })
    }
    const after = (from: CellAt | null, done: readonly CellAt[]): Wanted => ({
      at: nextWrong(latest.current.cells, from, done),
      stay: false,
    })
    return {
      look: at => setPlace({ ...at, mode: 'look' }),
      edit: at => setPlace({ ...at, mode: 'edit' }),
      rest: at => setPlace({ ...at, mode: 'focus' }),
      next: from => {
        const to = nextWrong(latest.current.cells, from)
        if (to) setPlace({ ...to, mode: 'look' })
        else {
          setWanted({ at: null, stay: false })
          if (latest.current.counts.wrong > 0) toWrong()
        }
      },
      write: (at, text, then) =>
        send(
          { edits: at.map(cell => ({ ...cell, text })) },
          then === 'stay' ? { at: at[0] ?? null, stay: true } : after(at[0] ?? null, at),
        ),
      skip: row => {
        const own = latest.current.cells.filter(cell => cell.row === row)
        send({ skip: [row] }, after(own.at(-1) ?? null, own))
      },
      unskip: rows => mend.mutate({ unskip: [...rows] }),
      keep: (at, kind, reason) => send({ overrides: [{ ...at, kind, reason }] }, reason === null ? { at, stay: true } : after(at, [at])),
    }
  }, [mend.mutate, toWrong])

  return { place, hands, writing: mend.isPending ? (mend.variables?.edits ?? []) : [] }
}
