import type { Generated } from 'kysely'
import type { Counts, ImportState } from './rules.ts'

declare module '../../platform/database/index.ts' {
  interface Tables {
    imports: {
      school_id: string
      id: string
      account_id: string
      account_name: string
      path: string
      kind: string
      cohort_id: string
      file_id: string
      file_name: string
      state: ImportState
      edits: Uint8Array
      key_id: string
      counts: Counts
      created_at: Generated<Date>
      committed_at: Date | null
      version: Generated<number>
    }
  }
}
