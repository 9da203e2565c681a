import type { Generated } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { Counts, ImportState, Mapping } from './rules.ts'

declare module '../../platform/database/index.ts' {
  interface Tables {
    imports: {
      school_id: string
      id: string
      account_id: string
      account_name: string
      path: string
      kind: string
      /** Null where the list belongs to no year. */
      cohort_id: string | null
      /** What the list speaks of, where that is one thing. */
      about: string | null
      /** Both null once the import has expired. */
      file_id: string | null
      file_name: string
      state: ImportState
      edits: Uint8Array | null
      key_id: string
      counts: Counts
      created_at: Generated<Date>
      touched_on: Day
      committed_at: Date | null
      version: Generated<number>
    }
    import_undo: {
      school_id: string
      import_id: string
      subject_id: string
      path: string
      former: Uint8Array
      key_id: string
    }
    import_mappings: {
      school_id: string
      path: string
      kind: string
      signature: string
      mapping: Mapping
      kept_at: Date
    }
  }
}
