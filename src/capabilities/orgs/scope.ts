import type { AuditNote } from '../../kernel/audit.ts'
import type { Day } from '../../kernel/day.ts'
import type { Settings, Trx } from '../../platform/database/index.ts'
import { pathEnd } from './rules.ts'

/** What the reader may see. Made here only; no query of a store runs without one. */
export type Scope = Settings & { readonly Scope: unique symbol }

export const scopeOf = (settings: Omit<Settings, 'pathEnd'>) => ({ ...settings, pathEnd: pathEnd(settings.path) }) as Scope

/** A narrower scope at a unit below; null where the unit lies outside. */
export const narrowed = (scope: Scope, path: string): Scope | null =>
  path.startsWith(scope.path) ? ({ ...scope, path, pathEnd: pathEnd(path) } as Scope) : null

/** The part of a request that units and keys need; `accounts` adds who acts. */
export interface ScopedContext {
  trx: Trx
  scope: Scope
  today: Day
  now: Date
  /** Notes one subject's audit entry; written with the work, in its transaction, under the contract's verb. */
  record(note: AuditNote): void
}
