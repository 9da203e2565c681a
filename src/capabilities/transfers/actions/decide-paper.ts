/** The office's own word on the letter: an exception, or another geography, each with its reason. */
import { ORPCError } from '@orpc/server'
import type { RequestContext } from '../../accounts/index.ts'
import { changesBetween, type Form, paperOpenIn, type Refusal } from '../rules.ts'
import type { BegunCase } from '../store/cases.ts'
import * as store from '../store.ts'
import { destinationColumns } from './columns.ts'
import { relight } from './lighting.ts'
import { factsOf, knownOf, settingOf, standsAs } from './setting.ts'
import { holdCases, type Item } from './take.ts'

export type PaperInput = Item & { exception: string | null; override?: Form['override'] | undefined }

const refused = (reason: Refusal, { attempt }: BegunCase) =>
  new ORPCError('REFUSED', { status: 409, data: { reason, state: attempt.state } })

export async function decidePaper(context: RequestContext, { exception, override, ...item }: PaperInput): Promise<string> {
  const { trx, scope, actor, today, now } = context
  const held = (await holdCases(context, [item]))[0]!
  const setting = await settingOf(context, held.person.cohortId)
  const { person, transfer, attempt } = held
  if (factsOf(held, setting).own) throw refused('own-case', held)
  if (!paperOpenIn.includes(attempt.state)) throw refused('wrong-state', held)

  const form = override === undefined ? attempt.destination : { ...attempt.destination, override }
  const after = { ...attempt, ...destinationColumns(form, setting, exception, knownOf(person, form, today)) }
  await store.saveAttempts(trx, [after])
  await store.saveTransfers(trx, [transfer], now)
  await store.addEvents(trx, [
    {
      school_id: scope.school,
      transfer_id: transfer.id,
      attempt_id: attempt.id,
      member_id: person.memberId,
      path: person.path,
      on_day: today,
      step: 'decide-paper',
      from_state: attempt.state,
      to_state: attempt.state,
      actor_id: actor.id,
      actor_name: actor.name,
      role: actor.role,
      reason: exception ?? override?.reason ?? null,
      note: null,
      changes: changesBetween(standsAs(attempt), standsAs(after)),
    },
  ])
  await relight(context, [{ person, transfer, attempt: after }])
  context.record({
    kind: 'transfer',
    id: transfer.id,
    path: person.path,
    before: { paper: attempt.paper?.outcome, geography: attempt.geography, method: attempt.method },
    after: { paper: after.paper.outcome, geography: after.geography, method: after.method },
  })
  return person.id
}
