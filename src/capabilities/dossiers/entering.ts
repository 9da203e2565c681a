/** What is typed about papers: many cells at once, each against the writing it was typed upon. */
import type { RequestContext } from '../accounts/index.ts'
import type { SavedCells } from './contract.ts'
import { holdPeople } from './loading.ts'
import { type CellRefusal, isBlank, mayStep, type Paper, paperInWords, samePaper } from './rules.ts'
import * as store from './store.ts'
import type { KeptPaper } from './tables.ts'
import { type Loaded, paperCell } from './views.ts'

export type Cell = { graduateId: string; paper: string; version: number; value: Paper }

const refusalOf = ({ facts, asked }: Loaded, paper: string): CellRefusal | null => {
  const decision = mayStep('enter', facts)
  if (!decision.allowed) return decision.reason as CellRefusal
  return asked.some(({ key }) => key === paper) ? null : 'no-such-paper'
}

type Outcome = Omit<SavedCells, 'rows'> & { written: Map<string, KeptPaper> }

/** The cells of one person. The same value again is no conflict: it was kept, and the answer was lost. */
function decide({ actor, now }: RequestContext, person: Loaded, cells: readonly Cell[]): Outcome {
  const { graduateId } = person.row
  const done: Outcome = { saved: [], changed: [], refused: [], written: new Map() }
  for (const { paper, version, value } of cells) {
    const held = person.row.papers?.[paper]
    const reason = refusalOf(person, paper)
    if (reason) done.refused.push({ graduateId, paper, reason })
    else if (held && samePaper(held, value)) done.saved.push({ graduateId, paper, version: held.version })
    else if (!held && isBlank(value)) done.saved.push({ graduateId, paper, version: 0 })
    else if ((held?.version ?? 0) !== version) done.changed.push({ graduateId, paper, cell: paperCell(held!) })
    else {
      done.written.set(paper, { ...value, remark: value.remark.trim(), version: version + 1, by: actor.name, at: now.toISOString() })
      done.saved.push({ graduateId, paper, version: version + 1 })
    }
  }
  return done
}

const inWords = (papers: Iterable<readonly [string, KeptPaper | undefined]>) =>
  Object.fromEntries([...papers].map(([key, paper]) => [key, paper ? paperInWords({ ...paper, remark: '' }) : '未录']))

function note({ record }: RequestContext, { row }: Loaded, written: ReadonlyMap<string, KeptPaper>): void {
  const was = [...written.keys()].map(key => [key, row.papers?.[key]] as const)
  record({
    kind: 'dossier',
    id: row.graduateId,
    path: row.path,
    before: { graduateId: row.graduateId, papers: inWords(was) },
    after: { papers: inWords(written) },
  })
}

/** Each person's cells stand by themselves: what somebody else has changed meanwhile is told, and the others are kept. */
export async function enterCells(context: RequestContext, cells: readonly Cell[]): Promise<SavedCells> {
  const byPerson = Map.groupBy(cells, ({ graduateId }) => graduateId)
  const people = await holdPeople(context, [...byPerson.keys()])
  const all: SavedCells = { saved: [], changed: [], refused: [], rows: [] }
  const rows: Parameters<typeof store.saveDossiers>[1][number][] = []
  for (const person of people) {
    const { written, ...done } = decide(context, person, byPerson.get(person.row.graduateId)!)
    all.saved.push(...done.saved)
    all.changed.push(...done.changed)
    all.refused.push(...done.refused)
    const version = person.version + (written.size > 0 ? 1 : 0)
    all.rows.push({ graduateId: person.row.graduateId, version })
    if (written.size === 0) continue
    rows.push({
      school_id: context.scope.school,
      id: person.row.id!,
      version,
      papers: { ...person.row.papers, ...Object.fromEntries(written) },
    })
    note(context, person, written)
  }
  await store.saveDossiers(context.trx, rows)
  return all
}
