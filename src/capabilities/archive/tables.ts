import type { Day } from '../../kernel/day.ts'

/** What stands beside an archive in the list, without opening it. */
export interface ArchiveContents {
  files: number
  bytes: number
  /** ID numbers and phones in full. */
  full: boolean
  /** Names of required items that it lacks something of. */
  lacking: string[]
}

declare module '../../platform/database/index.ts' {
  interface Tables {
    archive_materials: {
      school_id: string
      id: string
      cohort_id: string
      unit_id: string
      path: string
      item: string
      name: string
      size: number
      file_id: string
      added_on: Day
      added_by: string
      added_name: string
      removed_on: Day | null
    }
    archives: {
      school_id: string
      id: string
      cohort_id: string
      path: string
      file_id: string
      made_on: Day
      made_by: string
      made_name: string
      contents: ArchiveContents
    }
  }
}
