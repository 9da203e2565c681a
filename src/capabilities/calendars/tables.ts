import type { Day } from '../../kernel/day.ts'

declare module '../../platform/database/index.ts' {
  interface Tables {
    calendar_feeds: {
      school_id: string
      account_id: string
      code_hash: Uint8Array
      made_at: Date
      /** The last day on which a calendar program asked. */
      read_on: Day | null
    }
  }
}
