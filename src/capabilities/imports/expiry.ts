/** Uploaded workbooks are not kept for good: the file, its corrections and what it replaced go, the counts and the log stay. */
import type { Day } from '../../kernel/day.ts'
import type { Trx } from '../../platform/database/index.ts'
import type { FileStore } from '../../platform/files/index.ts'
import { dropFiles } from '../attachments/index.ts'
import { bySystem, record } from '../audit/index.ts'
import { lastExpired } from './rules.ts'
import { dropFormers } from './store/formers.ts'
import * as store from './store.ts'

/** As many as one transaction should hold. */
const AT_ONCE = 200

/** Empties expired imports of every school, in the system's own name; says how many, 0 when there are no more. */
export async function expireImports(system: Trx, files: FileStore, today: Day): Promise<number> {
  const expired = await store.holdUntouched(system, lastExpired(today), AT_ONCE)
  for (const [school, imports] of Map.groupBy(expired, row => row.school)) await expireIn(system, files, school, imports)
  return expired.length
}

async function expireIn(system: Trx, files: FileStore, school: string, imports: readonly store.Untouched[]): Promise<void> {
  await store.empty(
    system,
    school,
    imports.map(({ id }) => id),
  )
  await dropFormers(
    system,
    school,
    imports.map(({ id }) => id),
  )
  const notes = imports.map(({ id, path, state }) => ({
    kind: 'import',
    id,
    path,
    before: { state },
    after: { state: state === 'checked' ? 'cancelled' : state },
  }))
  await record(system, school, bySystem, 'import.expired', notes)
  await dropFiles(
    system,
    files,
    school,
    imports.flatMap(({ fileId }) => fileId ?? []),
  )
}
