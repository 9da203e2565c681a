import type { Generated } from 'kysely'

declare module '../../platform/database/index.ts' {
  interface Tables {
    files: {
      school_id: string
      id: string
      account_id: string
      path: string
      purpose: string
      name: string
      mime: string
      size: number
      sha256: string
      key_id: string
      created_at: Generated<Date>
    }
  }
}
