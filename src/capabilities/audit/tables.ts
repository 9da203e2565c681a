import type { Generated } from 'kysely'

declare module '../../platform/database/index.ts' {
  interface Tables {
    audit_entries: {
      school_id: string
      id: string
      at: Generated<Date>
      actor_id: string
      actor_name: string
      role: string
      verb: string
      subject_kind: string
      subject_id: string
      path: string
      batch_id: string | null
      before: unknown
      after: unknown
    }
    idempotency_keys: {
      school_id: string
      actor_id: string
      procedure: string
      key: string
      request_hash: string
      answer: Uint8Array | null
      created_at: Generated<Date>
    }
  }
}
