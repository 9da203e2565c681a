import type { Generated } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { Level, UnitKind } from './rules.ts'

export interface SchoolContact {
  address?: string
  phone?: string
  fax?: string
  postCode?: string
}

declare module '../../platform/database/index.ts' {
  interface Tables {
    schools: {
      school_id: string
      code: string
      name: string
      committee_name: string
      division_code: string
      letter_prefix: string
      contact: SchoolContact
      created_at: Generated<Date>
    }
    data_keys: {
      school_id: string
      id: string
      scope_id: string
      wrapped: Uint8Array | null
      created_at: Generated<Date>
      destroyed_at: Date | null
    }
    org_units: {
      school_id: string
      id: string
      parent_id: string | null
      path: string
      level: Level
      kind: UnitKind
      name: string
      position: Generated<number>
      dissolved_on: Day | null
      version: Generated<number>
    }
    installation: { one: Generated<boolean>; key_fingerprint: string; demonstration: Generated<boolean>; demo_day: Day | null }
  }
}
