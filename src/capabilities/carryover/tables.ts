import type { Matter } from './rules.ts'

declare module '../../platform/database/index.ts' {
  interface Tables {
    carryovers: {
      school_id: string
      id: string
      cohort_id: string
      graduate_id: string
      member_id: string
      path: string
      import_id: string
      matter: Matter
      /** False where the roster knew the person before. */
      brought: boolean
      /** An earlier student number that was added to a person the roster knew. */
      added_number: string | null
    }
  }
}
