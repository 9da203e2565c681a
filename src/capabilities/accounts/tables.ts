import type { Generated } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { Role } from './rules.ts'

declare module '../../platform/database/index.ts' {
  interface Tables {
    accounts: {
      school_id: string
      id: string
      auth_user_id: string
      login: string
      name: string
      member_id: string | null
      path: string
      disabled_on: Day | null
      /** Of staff brought by a list. */
      import_id: Generated<string | null>
      /** The password was given by somebody else. */
      must_change_password: Generated<boolean>
      version: Generated<number>
    }
    posts: {
      school_id: string
      id: string
      account_id: string
      role: Role
      unit_id: string
      path: string
      starts_on: Day | null
      ends_on: Day | null
    }
    auth_users: {
      id: string
      name: string
      email: string
      email_verified: boolean
      username: string | null
      display_username: string | null
    }
    auth_accounts: { id: string; account_id: string; provider_id: string; user_id: string; password: string | null; updated_at: Date }
  }
}
