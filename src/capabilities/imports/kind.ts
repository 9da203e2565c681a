/** What a capability gives to have its list imported. Each step's result offers the next: prepare, read, compare, apply. */
import type { Steps } from '../../kernel/steps.ts'
import type { RequestContext } from '../accounts/index.ts'
import type { PreviewView } from './contract.ts'
import type { Edits } from './edits.ts'
import type { Built, Choice, Problem, Repair, RowKind, Sheet, Skipped, Table, TableDecision, Written } from './rules.ts'

export interface ImportKind {
  /** As stored with each import. */
  kind: string
  fields: PreviewView['fields']
  /** What the returned workbook marks: what is wrong, or also what is held otherwise. */
  marks?: 'errors' | 'differences'
  /** Within a transaction: what the reading needs to know. A cohort that is unknown, or lacking where one is needed, is NOT_FOUND; so is what it is about. */
  prepare(context: RequestContext, cohortId: string | null, about: string | null): Promise<Reader>
  /** Within a transaction: what taking a committed import back would do now; `hold` keeps that so until the transaction ends. */
  undoing?(context: RequestContext, committed: { id: string; cohortId: string | null }, hold?: boolean): Promise<Undoing>
}

export interface Undoing {
  /** People whom the import brought. */
  removes: number
  /** People who get their former values back. */
  restores: number
  /** What was built on it since, and upon whom. */
  built: Built | null
  /** In the same transaction, with `hold`; one note for each. `formers` is what `apply` gave to `keepFormers`. */
  apply(formers: ReadonlyMap<string, Former>): Promise<void>
}

/** Columns of a row as they were. */
export type Former = Record<string, unknown>

export interface Reader {
  /** Differs whenever the same file would read otherwise. */
  stamp: string
  /** Begins to fetch, in a transaction of its own, what the comparison will need whatever the file says. */
  ahead?(context: RequestContext): void
  /** Pure, and outside any transaction. */
  read(sheets: readonly Sheet[], edits: Edits): Steps<TableDecision<ReadList>>
}

export interface ReadList {
  table: Table
  repairs: Repair[]
  skipped: Skipped[]
  /** Within a transaction: what is held now, and `hold` keeps that so until it ends. The steps compare with it, and need no transaction. */
  compare(context: RequestContext, hold?: boolean): Promise<Steps<Checked>>
}

export interface Checked {
  rows: CheckedRow[]
  problems: StandingProblem[]
  missing: PreviewView['missing']
  /** Rows whose change has legal weight: it rests on a paper, which the commit names. */
  weighty: number
  /** In the same transaction, with `hold`: writes what is chosen, set-based, and records one note for each. */
  apply(context: RequestContext, committed: Committed): Promise<Written>
}

export interface Committed {
  importId: string
  choice: Choice
  /** The paper that changes of legal weight rest on. */
  basis: string | null
  /** Says how far it is; throws where it was asked to stop. */
  progress(done: number, total: number): Promise<void>
}

/** `overridden`: the reason for which an overridable problem stands; it then is no error any more. */
export type StandingProblem = Problem & { overridden?: string }
export type ShownChange = { field: string; label: string; before: string; after: string }
export type CheckedRow = { row: number; kind: RowKind; changes: ShownChange[] }
