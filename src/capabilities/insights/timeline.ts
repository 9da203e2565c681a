import { ORPCError } from '@orpc/server'
import { type Day, day } from '../../kernel/day.ts'
import type { RequestContext } from '../accounts/index.ts'
import { confirmationsOf } from '../education/index.ts'
import { lettersOf } from '../letters/index.ts'
import { planOf } from '../plans/index.ts'
import { changesOf, graduate, type PersonRow } from '../roster/index.ts'
import { rosterFields } from '../roster/rules.ts'
import { eventsOf } from '../transfers/index.ts'
import { type Entry, type EntryKind, entryKinds, newestFirst, seenWith, withoutEchoes } from './rules.ts'

/** Beyond these a person's record is read on its own page. */
const CHANGES = 200

/** Instants belong to the office's day. */
const dayOf = (at: Date): Day => day(at.toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' }))
const labels = new Map<string, string>(rosterFields.map(({ key, label }) => [key, label]))

type Source = (context: RequestContext, person: PersonRow) => Promise<Entry[]>

/** Which columns were changed, never to what: numbers and addresses are among them. */
const roster: Source = async ({ trx, scope }, { memberId }) =>
  (await changesOf(trx, scope, { memberId }, CHANGES)).map(({ id, at, kind, changes, actorName, importId }) => ({
    id,
    at: at.toISOString(),
    on: dayOf(at),
    kind: 'roster',
    code: importId ? `${kind}-by-import` : kind,
    text:
      kind === 'created'
        ? null
        : Object.keys(changes)
            .flatMap(field => labels.get(field) ?? [])
            .join('、') || null,
    by: actorName,
  }))

const items: Source = async ({ trx, scope }, { id, cohortId }) => {
  const plan = await planOf(trx, scope, cohortId)
  const nameOf = (item: string) => plan.items.find(({ key }) => key === item)?.name ?? item
  return (await confirmationsOf(trx, scope, id)).flatMap((row): Entry[] => {
    const done: Entry = {
      id: row.id,
      at: null,
      on: row.doneOn,
      kind: 'item',
      code: row.revokedAt ? 'confirmed-once' : 'confirmed',
      text: nameOf(row.item),
      by: row.confirmedName,
    }
    if (!row.revokedAt) return [done]
    const text = [nameOf(row.item), row.revokedReason].filter(Boolean).join('：')
    return [
      done,
      { ...done, id: `${row.id}:revoked`, at: row.revokedAt.toISOString(), on: dayOf(row.revokedAt), code: 'revoked', text, by: null },
    ]
  })
}

const transfers: Source = async ({ trx, scope }, { memberId }) =>
  (await eventsOf(trx, scope, memberId)).map(row => ({
    id: row.id,
    at: row.at.toISOString(),
    on: row.on_day,
    kind: 'transfer',
    code: row.step,
    text: row.reason,
    by: row.actor_name,
  }))

/** A letter's own dates: issued, handed out, receipt back, void. */
const letters: Source = async ({ trx, scope }, { memberId }) =>
  (await lettersOf(trx, scope, memberId)).flatMap(letter => {
    const step = (code: string, on: Day | null, text: string, by: string | null): Entry[] =>
      on ? [{ id: `${letter.id}:${code}`, at: null, on, kind: 'letter', code, text, by }] : []
    return [
      ...step('issued', letter.issuedOn, `${letter.numberText}，${letter.addresseeName}`, letter.issuedName),
      ...step('picked-up', letter.pickedUpOn, letter.numberText, null),
      ...step('received', letter.receivedOn, letter.numberText, null),
      ...step('void', letter.voidedOn, letter.numberText, null),
    ]
  })

const sources: Record<EntryKind, Source> = { roster, item: items, transfer: transfers, letter: letters }

/** Everything that is kept about one person's way out, of what the reader's post may see. */
export async function timeline(context: RequestContext, graduateId: string): Promise<Entry[]> {
  const person = await graduate(context.trx, context.scope, graduateId)
  if (!person) throw new ORPCError('NOT_FOUND')
  const entries: Entry[] = []
  for (const kind of entryKinds.filter(kind => context.actor.permissions.has(seenWith[kind])))
    entries.push(...(await sources[kind](context, person)))
  return newestFirst(withoutEchoes(entries))
}
