/** The sheet of one activity that was signed on paper: each row is written as by hand, and refused as by hand. */
import { ORPCError } from '@orpc/server'
import { newId } from '../../kernel/ids.ts'
import type { RequestContext } from '../accounts/index.ts'
import { type ListWriting, listKind } from '../imports/index.ts'
import { graduatesNamed, type PersonRow } from '../roster/index.ts'
import { heldActivity } from './actions.ts'
import {
  type HeldListed,
  type ListEntry,
  type ListedState,
  listChanges,
  listComplaints,
  listEntry,
  listedWords,
  listFields,
} from './rules/list-import.ts'
import { mayMark, personOf } from './rules.ts'
import * as store from './store.ts'

type Facts = { id: string; cohortId: string }
type Held = HeldListed<PersonRow>

const keyOf = ({ studentNumber, name }: ListEntry) => studentNumber ?? name!

/** Each row decided as the activity and its lists stand now. */
async function heldFor(
  context: RequestContext,
  { id, cohortId }: Facts,
  entries: readonly ListEntry[],
  hold: boolean,
): Promise<Map<string, Held>> {
  const { trx, scope, actor } = context
  if (hold) await store.holdList(trx, id)
  const row = await heldActivity(context, id, false)
  const closed = new Set((await store.closingsOf(trx, scope, [id])).map(({ unitId }) => unitId))
  const listed = new Map((await store.people(trx, scope, row)).map(person => [person.id, person]))
  const texts = (of: 'studentNumber' | 'name') => [...new Set(entries.flatMap(entry => entry[of] ?? []))]
  const people = await graduatesNamed(trx, scope, cohortId, texts('studentNumber'), texts('name'))
  const seen = new Set<string>()
  const held = new Map<string, Held>()
  for (const entry of entries) {
    if (held.has(keyOf(entry))) continue
    const found = personOf(entry, people)
    if ('problem' in found) {
      held.set(keyOf(entry), { found, twice: false, before: null, refusal: null })
      continue
    }
    const { person } = found
    const line = listed.get(person.id)
    const own = person.memberId === actor.memberId
    const facts = { state: row.state, invited: line !== undefined, closed: closed.has(person.unitId), own }
    const before = line?.state && line.state !== 'coming' ? { state: line.state, reason: line.reason ?? '' } : null
    const reason = entry.reason || (before?.state === entry.state ? before.reason : '')
    const decision = mayMark(facts, entry.state, reason)
    held.set(keyOf(entry), { found, twice: seen.has(person.id), before, refusal: decision.allowed ? null : decision.reason })
    seen.add(person.id)
  }
  return held
}

export const listImports = listKind<Facts, ListEntry, Held>({
  kind: 'activity-list',
  title: '活动签到表',
  hints: '一行一人；学号、姓名至少写一样；状态填到、迟到、缺席或补课，空着的算到；缺席和补课写原因。',
  fields: () => listFields,
  choices: { state: listedWords },
  async facts(context, cohortId, about) {
    if (cohortId === null || about === null) throw new ORPCError('NOT_FOUND')
    const row = await heldActivity(context, about, false)
    if (row.cohortId !== cohortId) throw new ORPCError('NOT_FOUND')
    return { facts: { id: row.id, cohortId }, stamp: JSON.stringify([row.id, row.version]) }
  },
  entry: (row, _, { say }) => listEntry(row, say),
  key: keyOf,
  keyField: 'studentNumber',
  held: heldFor,
  isHeld: ({ before }) => before !== null,
  changes: listChanges,
  complaints: (entry, held) => (held ? listComplaints(entry, held) : []),
  apply: write,
})

type Line = { person: PersonRow; before: ListedState | null; state: ListedState; reason: string }

const lineOf = ({ state, reason }: ListEntry, { found, before }: Held): Line => {
  const { person } = found as { person: PersonRow }
  return { person, before: before?.state ?? null, state, reason: reason || (before?.state === state ? before.reason : '') }
}

/** Whatever is chosen of a row, the row is written whole: a state without its reason would say less than the sheet. */
async function write(context: RequestContext, { facts, importId, added, changed }: ListWriting<Facts, ListEntry, Held>) {
  const { trx, scope, actor, now, record } = context
  const row = await heldActivity(context, facts.id, false)
  const rows = [...added.map(each => ({ entry: each.entry, held: each.held! })), ...changed]
  const lines = rows.map(({ entry, held }) => lineOf(entry, held))
  const listed = lines.map(({ person, state, reason }) => ({
    id: newId(),
    activityId: row.id,
    cohortId: row.cohortId,
    graduateId: person.id,
    memberId: person.memberId,
    path: person.path,
    state,
    how: 'list' as const,
    reason,
  }))
  await store.putAttendances(trx, { school: scope.school, at: now, by: actor.id, name: actor.name }, listed)
  for (const { person, before, state, reason } of lines)
    record({
      kind: 'attendance',
      id: person.id,
      path: person.path,
      ...(before && { before: { activity: row.title, state: before } }),
      after: { activity: row.title, state, ...(reason && { reason }), importId },
    })
  return []
}
