import type { Generated } from 'kysely'

declare module '../../platform/database/index.ts' {
  interface Tables {
    saved_views: {
      school_id: string
      id: string
      account_id: string
      screen: string
      name: string
      search: Record<string, string>
      /** Who finds a shared view need not see its owner's account. */
      owner_name: string
      shared_path: string | null
      version: Generated<number>
      created_at: Generated<Date>
    }
  }
}
