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
  /** Null takes a correction back. `stay` looks first whether this cell is right now. */
  write: (cells: readonly CellAt[], text: string | null, then: 'next' | 'stay') => void
  /** Several cells at once, each its own text: one mend. Stays at the cell from which it began. */
  fill: (from: CellAt, edits: NonNullable<Change['edits']>, done: () => void) => void
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

/** Where to go once the answer is there: to the first of these that is wrong then; else one rests there, or goes to the first wrong cell. */
type Wanted = { tries: readonly CellAt[]; rest: CellAt | null }

const wrongCell = (cells: readonly CellAt[], at: CellAt) => cells.find(cell => sameCell(cell, at))

const placeFor = ({ tries, rest }: Wanted, cells: readonly CellAt[]): Place | null => {
  const target = tries.find(at => wrongCell(cells, at)) ?? (rest ? undefined : cells[0])
  if (target) return { ...target, mode: 'look' }
  return rest && { ...rest, mode: 'focus' }
}

/** Where one stands in the grid, and what can be done there. After each mend the next wrong cell opens. */
export const useMending = ({ preview, columns, writes: { mend }, stale, toWrong }: Given) => {
  const [place, setPlace] = useState<Place | null>(null)
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const cells = useMemo(() => wrongCells(preview.rows, columns), [preview.rows, columns])

  useEffect(() => {
    if (!wanted || stale || mend.isPending) return
    // Who has opened another cell in the meantime is left there.
    setPlace(held => (held && held.mode !== 'focus' ? held : placeFor(wanted, cells)))
    setWanted(null)
  }, [wanted, stale, mend.isPending, cells])

  // The hands stay the same from drawing to drawing, so that rows that did not change are not drawn anew.
  const latest = useRef({ cells, counts: preview.counts, toWrong })
  latest.current = { cells, counts: preview.counts, toWrong }

  const hands = useMemo((): Hands => {
    const send = (change: Change, then: Wanted, done?: () => void) => {
      setPlace(null)
      const written = () => {
        setWanted(then)
        done?.()
      }
      mend.mutate(change, { onSuccess: written })
    }
    const after = (from: CellAt | null, done: readonly CellAt[]): Wanted => {
      const next = nextWrong(latest.current.cells, from, done)
      return { tries: next ? [next] : [], rest: null }
    }
    const stay = (at: CellAt): Wanted => {
      const wasWrong = wrongCell(latest.current.cells, at) !== undefined
      return wasWrong ? { tries: [at, ...after(at, [at]).tries], rest: null } : { tries: [at], rest: at }
    }
    return {
      look: at => setPlace({ ...at, mode: 'look' }),
      edit: at => setPlace({ ...at, mode: 'edit' }),
      rest: at => setPlace({ ...at, mode: 'focus' }),
      next: from => {
        const to = nextWrong(latest.current.cells, from)
        if (to) setPlace({ ...to, mode: 'look' })
        else {
          setWanted({ tries: [], rest: null })
          if (latest.current.counts.wrong > 0) latest.current.toWrong()
        }
      },
      write: (at, text, then) =>
        send({ edits: at.map(cell => ({ ...cell, text })) }, then === 'stay' && at[0] ? stay(at[0]) : after(at[0] ?? null, at)),
      fill: (from, edits, done) => send({ edits }, { tries: [], rest: from }, done),
      skip: row => {
        const own = latest.current.cells.filter(cell => cell.row === row)
        send({ skip: [row] }, after(own.at(-1) ?? null, own))
      },
      unskip: rows => mend.mutate({ unskip: [...rows] }),
      keep: (at, kind, reason) =>
        send({ overrides: [{ ...at, kind, reason }] }, reason === null ? { tries: [at], rest: at } : after(at, [at])),
    }
  }, [mend.mutate])

  return { place, hands, writing: mend.isPending ? (mend.variables?.edits ?? []) : [] }
}
