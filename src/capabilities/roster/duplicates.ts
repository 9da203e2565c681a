/** Two entries for one person become one: what hung on both hangs on the kept one, and the other is gone from the roster. */
import { ORPCError } from '@orpc/server'
import type { RequestContext } from '../accounts/index.ts'
import type { DuplicateView } from './contract/duplicates.ts'
import { factsFor } from './importing.ts'
import { type Known, opened } from './known.ts'
import { announceChange, announceMoves, announceRemoval, builtUpon } from './moves.ts'
import { recorded } from './rows.ts'
import {
  decideMerge,
  type FixedReason,
  fixedReasons,
  type Likeness,
  type MergeRefusal,
  mergeFields,
  sameValue,
} from './rules/duplicates.ts'
import { textOfField } from './rules/value-text.ts'
import { type Change, fieldLabel, type RosterEntry, sensitiveFields } from './rules.ts'
import * as store from './store/duplicates.ts'
import * as full from './store/full.ts'
import { dropEntries } from './store/undo.ts'
import * as writeStore from './store/write.ts'
import { changePeople } from './write.ts'

const refused = (reason: MergeRefusal) => new ORPCError('REFUSED', { status: 409, data: { reason } })

type Pair = Awaited<ReturnType<typeof store.pairs>>[number]

const alikeOf = ({ samePhone, sameBirth, sameLast4 }: Pair): Likeness[] => [
  ...(samePhone ? (['same-phone'] as const) : []),
  ...(sameBirth ? (['same-birth'] as const) : []),
  ...(sameLast4 ? (['same-last4'] as const) : []),
]

/** Of a sensitive value only its end, or that there is one. */
const shown = (known: Known, field: keyof RosterEntry): string => {
  const text = textOfField(field, known[field] as never)
  if (!sensitiveFields.has(field) || text === '') return text
  if (field === 'idNumber') return `****${known.held.id_number_last4 ?? ''}`
  return field === 'phone' ? `****${known.held.phone_last4 ?? ''}` : '已登记，未显示'
}

const entryView = ({ held, name, studentNumber, branch }: Known, since: Date): DuplicateView['one'] => ({
  memberId: held.memberId,
  graduateId: held.graduateId,
  version: held.memberVersion,
  name,
  studentNumber,
  branchName: branch ?? '',
  since: since.toISOString(),
})

export async function duplicates(context: RequestContext, cohortId: string): Promise<DuplicateView[]> {
  await factsFor(context, cohortId)
  const found = await store.pairs(context.trx, context.scope, cohortId)
  const people = await peopleOf(
    context,
    cohortId,
    found.flatMap(({ one, other }) => [one, other]),
  )
  return found.map(pair => {
    const [one, other] = [people.get(pair.one)!, people.get(pair.other)!]
    const filled = mergeFields.filter(field => !sameValue(one[field], null) || !sameValue(other[field], null))
    const different = filled.filter(field => !sameValue(one[field], other[field]))
    return {
      alike: alikeOf(pair),
      one: entryView(one, pair.oneSince),
      other: entryView(other, pair.otherSince),
      differences: different.map(field => ({ field, label: fieldLabel(field), one: shown(one, field), other: shown(other, field) })),
      same: filled.length - different.length,
    }
  })
}

async function peopleOf(context: RequestContext, cohortId: string, ids: readonly string[], hold = false): Promise<Map<string, Known>> {
  if (ids.length === 0) return new Map()
  const known = await opened(context, await full.membersInFull(context.trx, context.scope, cohortId, [...new Set(ids)], hold))
  return new Map(known.map(person => [person.held.memberId, person]))
}

type Merge = {
  cohortId: string
  keep: { memberId: string; version: number }
  gone: { memberId: string; version: number }
  take: readonly string[]
  reason: string
}

const NEVER = '00000000-0000-0000-0000-000000000000'

/** What stands upon an entry that cannot move. */
async function fixedUpon({ trx, scope }: RequestContext, memberId: string): Promise<FixedReason | null> {
  const built = await builtUpon(trx, scope, { brought: [memberId], changed: [], since: NEVER })
  return fixedReasons.find(reason => (built.get(reason) ?? []).length > 0) ?? null
}

export async function merge(context: RequestContext, { cohortId, keep, gone, take, reason }: Merge): Promise<{ memberId: string }> {
  const { trx, scope, record } = context
  const facts = await factsFor(context, cohortId)
  const people = await peopleOf(context, cohortId, [keep.memberId, gone.memberId], true)
  const [kept, other] = [people.get(keep.memberId), people.get(gone.memberId)]
  if (!kept || !other) throw new ORPCError('NOT_FOUND')
  for (const [person, asked] of [
    [kept, keep],
    [other, gone],
  ] as const)
    if (person.held.memberVersion !== asked.version)
      throw new ORPCError('CONFLICT', { status: 409, data: { version: person.held.memberVersion } })

  const [ours, theirs] = [await store.cohortsOf(trx, scope, keep.memberId), await store.cohortsOf(trx, scope, gone.memberId)]
  const entries = new Map(ours.map(({ cohortId: year, id }) => [year, id]))
  const both = theirs
    .filter(({ cohortId: year }) => entries.has(year))
    .map(({ cohortId: year, id }) => ({ from: id, to: entries.get(year)! }))
  const facing = (person: Known) => ({ memberId: person.held.memberId, inCohort: both.length > 0 })
  const decision = decideMerge(facing(kept), facing(other), await fixedUpon(context, gone.memberId))
  if (!decision.allowed) throw refused(decision.reason)

  for (const { from, to } of both) await store.joinEntries(trx, from, to, context.actor.id)
  const dropped = both.map(({ from }) => from)
  await announceRemoval(trx, scope, dropped)
  await dropEntries(trx, scope, dropped)
  await store.joinMembers(
    trx,
    scope,
    gone.memberId,
    keep.memberId,
    take.includes('studentNumber') ? other.studentNumber : null,
    context.today,
  )
  await store.dropMember(trx, scope, gone.memberId)
  if (other.held.path !== kept.held.path) {
    const moves = [{ memberId: keep.memberId, from: other.held.path, to: kept.held.path }]
    await writeStore.moveMembers(trx, scope, moves)
    await announceMoves(trx, scope, moves)
  }

  const changes = takenFrom(kept, other, new Set(take))
  const merged = { merged: { before: '', after: `并入 ${other.name} ${other.studentNumber}` } }
  const note = { reason, merged: { memberId: gone.memberId, name: other.name, studentNumber: other.studentNumber } }
  await changePeople(context, { cohortId, branches: facts.own, note }, [{ known: kept, changes, also: merged }])
  record({
    kind: 'member',
    id: gone.memberId,
    path: other.held.path,
    before: { name: other.name, studentNumber: other.studentNumber, branch: other.branch },
    after: { mergedInto: keep.memberId, taken: Object.keys(recorded(changes)) },
  })
  await announceChange(context, cohortId, [...entries.values()])
  return { memberId: keep.memberId }
}

/** The number that is not the present one is a former number of the same person. */
const takenFrom = (kept: Known, gone: Known, take: ReadonlySet<string>): Change[] =>
  mergeFields
    .filter(field => take.has(field) && !sameValue(kept[field], gone[field]))
    .map(field => ({ field, before: kept[field], after: gone[field] }))

export async function keepApart(context: RequestContext, { cohortId, one, other }: { cohortId: string; one: string; other: string }) {
  const people = await peopleOf(context, cohortId, [one, other])
  if (people.size !== 2) throw new ORPCError('NOT_FOUND')
  const { trx, scope, actor, now, record } = context
  const [less, more] = one < other ? [one, other] : [other, one]
  if (!(await store.isApart(trx, scope.school, less, more)))
    await store.apart(trx, {
      school_id: scope.school,
      one: less,
      other: more,
      account_id: actor.id,
      account_name: actor.name,
      at: now.toISOString(),
    })
  record({ kind: 'member', id: one, path: people.get(one)!.held.path, after: { apartFrom: other } })
  return { apart: true as const }
}
