/** What a capability says of a list whose rows each speak of one subject. */
import type { RequestContext } from '../accounts/index.ts'
import type { Committed, ImportKind, ShownChange } from './kind.ts'
import type { ListUndo, Trace } from './list-undo.ts'
import type { Complaint, Field, Ledger, TableRow } from './rules.ts'

/** With what its empty form says above the columns. */
export type ListKind = ImportKind & { title: string; hints: string }

export interface ListSpec<Facts, Entry, Held> {
  /** As stored with each import. */
  kind: string
  /** Of the empty form. */
  title: string
  /** What the form says of filling it in. */
  hints: string
  fields(facts: Facts | null): readonly Field<unknown, Facts>[]
  /** The words that a field takes, where they are a closed list. */
  choices?: Readonly<Record<string, readonly string[]>>
  /** Within a transaction: what reading needs to know; `about` where the list speaks of one thing. `stamp` differs whenever the same file would read otherwise. */
  facts(context: RequestContext, cohortId: string | null, about: string | null): Promise<{ facts: Facts; stamp: string }>
  /** Pure: what the row says, complaints said; null where it says too little to be anything. */
  entry(row: TableRow, facts: Facts, ledger: Ledger): Entry | null
  /** Whom or what the row speaks of; a second row about the same is an error, said at `keyField`. */
  key(entry: Entry): string
  keyField: string
  /** Not the importer's: set aside. */
  isElsewhere?(entry: Entry, facts: Facts): boolean
  /** Within a transaction, by key; `hold` keeps them so until it ends. */
  held(context: RequestContext, facts: Facts, entries: readonly Entry[], hold: boolean): Promise<ReadonlyMap<string, Held>>
  /** Whether that row itself is held, where `held` also tells what it is about; else it is new. */
  isHeld?(held: Held): boolean
  /** Pure: what is wrong with rows only in view of one another. `sound`: no cell of the row is wrong. */
  together?(
    rows: readonly { row: number; entry: Entry; sound: boolean }[],
    facts: Facts,
  ): { row: number; field: string; complaint: Complaint }[]
  /** Field by field, in words; none: the row says what is held. */
  changes(held: Held, entry: Entry, facts: Facts): ShownChange[]
  /** What is wrong with a row only in view of what is held. */
  complaints?(entry: Entry, held: Held | undefined, facts: Facts): { field: string; complaint: Complaint }[]
  /** Writes them, set-based, with one note for each; what is to be taken back leaves its traces. */
  apply(context: RequestContext, writing: ListWriting<Facts, Entry, Held>): Promise<readonly Trace[]>
  /** Where an import of this list may be taken back. */
  undo?: ListUndo
}

/** By the kind of a complaint: why it stands. */
export type Overridden = ReadonlyMap<string, string>

export interface ListWriting<Facts, Entry, Held> extends Pick<Committed, 'importId' | 'basis'> {
  facts: Facts
  added: readonly { entry: Entry; held: Held | undefined; overridden: Overridden }[]
  changed: readonly { held: Held; entry: Entry; changes: readonly ShownChange[]; overridden: Overridden }[]
}
