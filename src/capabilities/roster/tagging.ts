/** Whom a file of their branch does not name: marked, so that somebody looks. */
import type { RequestContext } from '../accounts/index.ts'
import type { Known } from './known.ts'
import { changeRow } from './rows.ts'
import { MAX_TAGS } from './rules/batch.ts'
import * as store from './store/write.ts'

export const MISSING_TAG = '名册文件中没有'

/** How many were marked; who bears the mark already, or as many as there may be, is left. */
export async function tagMissing(context: RequestContext, missing: readonly Known[]): Promise<number> {
  const { trx, scope, record } = context
  const unmarked = missing.filter(({ held: { tags } }) => !tags?.includes(MISSING_TAG) && (tags?.length ?? 0) < MAX_TAGS)
  if (unmarked.length === 0) return 0
  await store.saveGraduates(
    trx,
    unmarked.map(({ held }) => ({
      school_id: scope.school,
      id: held.graduateId,
      tags: [...(held.tags ?? []), MISSING_TAG],
      version: held.graduateVersion! + 1,
    })),
  )
  const change = ({ held }: Known) => ({
    tags: { before: (held.tags ?? []).join('、'), after: [...(held.tags ?? []), MISSING_TAG].join('、') },
  })
  await store.addChanges(
    trx,
    unmarked.map(known => changeRow(context, {}, { memberId: known.held.memberId, path: known.held.path }, 'changed', change(known))),
  )
  for (const known of unmarked)
    record({
      kind: 'member',
      id: known.held.memberId,
      path: known.held.path,
      before: { tags: change(known).tags.before },
      after: { tags: change(known).tags.after },
    })
  return unmarked.length
}
