/** What is typed and not yet saved, and what others have changed meanwhile: plain data for `useEntering`. */
import type { DossierLine, PaperCell, SavedCells } from '../contract.ts'
import { blankPaper, type CellRefusal, type Paper, samePaper } from '../rules.ts'

export const cellKey = (graduateId: string, paper: string) => `${graduateId} ${paper}`
export const keyParts = (key: string) => key.split(' ') as [graduateId: string, paper: string]

/** Saved by somebody, and upon which writing. */
export type Kept = { value: Paper; version: number }
export type Conflict = { key: string; mine: Paper; theirs: PaperCell }
export type Refused = { key: string; reason: CellRefusal }

export type Entries = {
  kept: ReadonlyMap<string, Kept>
  /** Typed, not yet saved. */
  edits: ReadonlyMap<string, Paper>
  conflicts: readonly Conflict[]
  refused: readonly Refused[]
}

export const paperOf = ({ held, pages, signed, stamped, dated, remark }: Paper): Paper => ({ held, pages, signed, stamped, dated, remark })

export const keptOf = (rows: readonly DossierLine[]): Map<string, Kept> =>
  new Map(
    rows.flatMap(({ graduateId, papers }) =>
      Object.entries(papers).map(([paper, cell]) => [cellKey(graduateId, paper), { value: paperOf(cell), version: cell.version }] as const),
    ),
  )

export const valueAt = ({ edits, kept }: Entries, key: string): Paper => edits.get(key) ?? kept.get(key)?.value ?? blankPaper

/** What is typed back to what is kept is nothing to save. */
export function typedInto(entries: Entries, changes: ReadonlyMap<string, Paper>): Entries {
  const edits = new Map(entries.edits)
  for (const [key, value] of changes) {
    if (samePaper(value, entries.kept.get(key)?.value ?? blankPaper)) edits.delete(key)
    else edits.set(key, value)
  }
  const open = entries.refused.filter(({ key }) => !changes.has(key))
  return { ...entries, edits, refused: open }
}

export const cellsToSave = ({ edits, kept }: Entries, most: number) =>
  [...edits].slice(0, most).map(([key, value]) => {
    const [graduateId, paper] = keyParts(key)
    return { graduateId, paper, version: kept.get(key)?.version ?? 0, value }
  })

type Sent = ReturnType<typeof cellsToSave>

/** What was left unsaved, with the writing that it was typed upon. */
export type Unsaved = { key: string; value: Paper; version: number }
export const unsaved = ({ edits, kept }: Entries): Unsaved[] =>
  [...edits].map(([key, value]) => ({ key, value, version: kept.get(key)?.version ?? 0 }))

/** The rows as they are now, with what was left unsaved: upon another's newer writing it is a conflict. */
export function begun(rows: readonly DossierLine[], left: readonly Unsaved[]): Entries {
  const kept = keptOf(rows)
  const cells = new Map(rows.flatMap(row => row.asked.map(paper => [cellKey(row.graduateId, paper), row.papers[paper]] as const)))
  const known = left.filter(({ key, value }) => cells.has(key) && !samePaper(value, kept.get(key)?.value ?? blankPaper))
  const upToDate = ({ key, version }: Unsaved) => version === (kept.get(key)?.version ?? 0)
  return {
    kept,
    edits: new Map(known.filter(upToDate).map(({ key, value }) => [key, value])),
    conflicts: known.flatMap(one => (upToDate(one) ? [] : [{ key: one.key, mine: one.value, theirs: cells.get(one.key)! }])),
    refused: [],
  }
}

/** After an answer: what was typed while it was under way stays to be saved. */
export function answered(entries: Entries, sent: Sent, { saved, changed, refused }: SavedCells): Entries {
  const sentValues = new Map(sent.map(({ graduateId, paper, value }) => [cellKey(graduateId, paper), value]))
  const kept = new Map(entries.kept)
  const edits = new Map(entries.edits)
  const conflicts = [...entries.conflicts]
  const settle = (key: string, now: Kept) => {
    kept.set(key, now)
    const typed = edits.get(key)
    if (typed && (samePaper(typed, sentValues.get(key)!) || samePaper(typed, now.value))) edits.delete(key)
  }
  for (const { graduateId, paper, version } of saved) {
    const key = cellKey(graduateId, paper)
    settle(key, { value: sentValues.get(key)!, version })
  }
  for (const { graduateId, paper, cell } of changed) {
    const key = cellKey(graduateId, paper)
    conflicts.push({ key, mine: edits.get(key) ?? sentValues.get(key)!, theirs: cell })
    kept.set(key, { value: paperOf(cell), version: cell.version })
    edits.delete(key)
  }
  for (const { graduateId, paper } of refused) edits.delete(cellKey(graduateId, paper))
  const told = refused.map(({ graduateId, paper, reason }) => ({ key: cellKey(graduateId, paper), reason }))
  return { kept, edits, conflicts, refused: [...entries.refused, ...told] }
}

/** `mine` is typed once more, now upon what the other wrote. */
export function settled(entries: Entries, key: string, which: 'mine' | 'theirs'): Entries {
  const conflict = entries.conflicts.find(one => one.key === key)
  const rest = { ...entries, conflicts: entries.conflicts.filter(one => one.key !== key) }
  return conflict && which === 'mine' ? typedInto(rest, new Map([[key, conflict.mine]])) : rest
}
