import type { z } from 'zod'
import type { Day } from '../../kernel/day.ts'
import type { Keys, Vault } from '../../platform/crypto/index.ts'
import type { FileStore } from '../../platform/files/index.ts'
import type { Typesetting } from '../../platform/typesetting/index.ts'
import type { ScopedContext } from '../orgs/index.ts'
import type { DemoAccount as DemoAccountSchema } from './contract.ts'
import type { Permission, Role } from './rules.ts'

type DemoAccount = z.infer<typeof DemoAccountSchema>

/** Who acts: one account in one post. */
export interface Actor {
  id: string
  name: string
  role: Role
  unitId: string
  unitName: string
  memberId: string | null
  permissions: ReadonlySet<Permission>
}

/** What the sign-in page may know before anybody has signed in; and the demonstration's own clock. */
export interface Entrance {
  facts(): Promise<{ schools: { code: string; name: string }[]; demonstration: boolean; today: Day; accounts: DemoAccount[] }>
  moveDay(day: Day): Promise<void>
}

/** What every procedure is handed. `trx` is its one transaction, or unusable where the contract says `renders`. */
export interface RequestContext extends ScopedContext {
  actor: Actor
  keys: Keys
  files: FileStore
  typesetting: Typesetting
  /** Where the outside world reaches this installation; printed on paper. */
  url: string
  entrance: Entrance
  /** The data key of a cohort, or of members without one. */
  vault(cohortId?: string): Promise<Vault>
  /** For procedures that render: one transaction after another, each with the same role, settings and audit. */
  within<T>(work: (context: RequestContext) => Promise<T>, manner?: { long?: boolean }): Promise<T>
  /** Nobody else writes until this transaction ends: nothing need be held. */
  sole: boolean
  /**
   * In a `long` transaction, after each thousand rows: what was recorded is written, and on PGlite others may read before it goes on.
   * What was written stays unseen by all, this transaction as well, until it ends.
   */
  pause(): Promise<void>
  /** Begins a background task once this transaction has committed; `kind` names its worker. */
  begin(kind: string, title: string, input: Record<string, unknown>): Promise<{ taskId: string }>
}
