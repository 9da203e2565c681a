import { createHash } from 'node:crypto'
import { ORPCError } from '@orpc/server'
import type { Vault } from '../../platform/crypto/index.ts'
import type { Trx } from '../../platform/database/index.ts'
import type { Scope } from '../orgs/index.ts'
import * as store from './store.ts'

export interface Keyed {
  procedure: string
  /** The caller's Idempotency-Key. */
  key: string
  input: unknown
}

const HOURS_KEPT = 24
const place = ({ procedure, key }: Keyed) => `answer ${procedure} ${key}`
const hashOf = (input: unknown) =>
  createHash('sha256')
    .update(JSON.stringify(input) ?? '')
    .digest('hex')

/** Does the work once: a replay of the same key gets the first answer again, another body under the same key is 422. The answer is sealed and
 * written in the work's own transaction; a refusal rolls back and is not kept. */
export async function once<T>(trx: Trx, scope: Scope, vault: Vault, keyed: Keyed, now: Date, work: () => Promise<T>): Promise<T> {
  const request_hash = hashOf(keyed.input)
  const since = new Date(now.getTime() - HOURS_KEPT * 3_600_000)
  if (
    !(await store.claimKey(
      trx,
      { school_id: scope.school, actor_id: scope.account, procedure: keyed.procedure, key: keyed.key, request_hash },
      since,
    ))
  ) {
    const kept = await store.keptAnswer(trx, scope, keyed.procedure, keyed.key)
    if (kept?.requestHash !== request_hash)
      throw new ORPCError('UNPROCESSABLE_CONTENT', {
        message: '同一个 Idempotency-Key 已用于另一份内容，这次没有处理。请换一个新的键再提交。',
      })
    return JSON.parse(vault.unseal(kept.answer!, place(keyed))) as T
  }
  const answer = await work()
  await store.keepAnswer(trx, scope, keyed.procedure, keyed.key, vault.seal(JSON.stringify(answer), place(keyed)))
  return answer
}
