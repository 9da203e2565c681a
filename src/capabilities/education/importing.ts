/** Who took part in what, as a list that comes as a workbook: each row is confirmed as by hand, and refused as by hand. */
import { ORPCError } from '@orpc/server'
import { meaningOf } from '../../platform/database/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { personOf } from '../activities/rules.ts'
import { type ListWriting, listKind, type TakenBack } from '../imports/index.ts'
import { planOf } from '../plans/index.ts'
import { graduatesNamed, type PersonRow } from '../roster/index.ts'
import { confirmCells } from './actions.ts'
import {
  type AttendanceEntry,
  type AttendanceFacts,
  attendanceComplaints,
  attendanceEntry,
  attendanceFields,
  type HeldAttendance,
  type Item,
} from './rules/attendance.ts'
import { madeUpWords, saidIn } from './rules/attendance-details.ts'
import { type Done, mayConfirm, recordOf, type Said } from './rules.ts'
import * as store from './store.ts'

type Held = HeldAttendance<PersonRow>

const keyOf = ({ studentNumber, name, item, doneOn }: AttendanceEntry) => `${studentNumber ?? name} ${item} ${doneOn}`

const itemOf = (items: readonly Item[], { item }: AttendanceEntry) => items.find(({ key }) => key === item)

const saidOf = (items: readonly Item[], entry: AttendanceEntry): Said => saidIn(itemOf(items, entry) ?? { record: 'none' }, entry)

/** As the confirmation would say it; a row that can't be confirmed says what it has. */
const keptAs = (items: readonly Item[], entry: AttendanceEntry): string => {
  const item = itemOf(items, entry)
  const recorded = item && recordOf(item, saidOf(items, entry))
  return recorded?.allowed ? recorded.value.evidence : entry.evidence
}

/** Each row decided on what is held and what the rows before it would add. */
async function heldFor(
  { trx, scope, actor, today }: RequestContext,
  { cohortId, items }: AttendanceFacts,
  entries: readonly AttendanceEntry[],
  hold: boolean,
): Promise<Map<string, Held>> {
  const texts = (of: 'studentNumber' | 'name') => [...new Set(entries.flatMap(entry => entry[of] ?? []))]
  const people = await graduatesNamed(trx, scope, cohortId, texts('studentNumber'), texts('name'))
  const ids = people.map(({ id }) => id)
  if (hold && ids.length > 0) await store.heldGraduates(trx, scope, ids)
  const valid = Map.groupBy(await store.validOf(trx, scope, ids), ({ graduateId }) => graduateId)
  const added = new Map<string, Done[]>()
  const held = new Map<string, Held>()
  for (const entry of entries) {
    if (held.has(keyOf(entry))) continue
    const found = personOf(entry, people)
    if ('problem' in found) {
      held.set(keyOf(entry), { found, evidence: null, says: entry.evidence, refusal: null })
      continue
    }
    const { id, memberId, joinedOn } = found.person
    const confirmed = valid.get(id) ?? []
    const same = confirmed.find(({ item, doneOn }) => item === entry.item && doneOn === entry.doneOn)
    const also = added.get(id) ?? []
    const own = memberId === actor.memberId
    const { item, doneOn } = entry
    const said = saidOf(items, entry)
    const decision = mayConfirm({ ...said, item, doneOn, items, joinedOn, own, confirmed: [...confirmed, ...also] }, today)
    if (!same && decision.allowed) added.set(id, [...also, { item, doneOn, ...said }])
    const refusal = same || decision.allowed ? null : decision.reason
    held.set(keyOf(entry), { found, evidence: same?.evidence ?? null, says: keptAs(items, entry), refusal })
  }
  return held
}

export const attendanceImports = listKind<AttendanceFacts, AttendanceEntry, Held>({
  kind: 'attendance',
  title: '五个一参加记录',
  hints:
    '一行一人一次；学号、姓名至少写一样；日期写成 2023-05-03；凭据写签到表等可核对的材料。捐书写书名，志愿服务写时长（按半小时），可不再写凭据；没有的列可以空着。',
  fields: () => attendanceFields,
  choices: { madeUp: madeUpWords },
  async facts({ trx, scope, today }, cohortId) {
    if (cohortId === null) throw new ORPCError('NOT_FOUND')
    const { items } = await planOf(trx, scope, cohortId)
    return { facts: { cohortId, items, today }, stamp: JSON.stringify([today, cohortId, items]) }
  },
  entry: (row, _, { say }) => attendanceEntry(row, say),
  key: keyOf,
  keyField: 'studentNumber',
  held: heldFor,
  isHeld: ({ evidence }) => evidence !== null,
  changes: () => [],
  complaints: (entry, held, { items }) => (held ? attendanceComplaints(entry, held, items) : []),
  apply: write,
  undo: {
    now: async ({ trx, scope }, ids, hold) =>
      new Map(
        (await store.confirmationsById(trx, scope, ids, hold)).map(({ id, name, revokedAt }) => [
          id,
          // Only a revocation is ever written later.
          { name, version: revokedAt === null ? 1 : 2, built: null },
        ]),
      ),
    takeBack,
  },
})

type Writing = ListWriting<AttendanceFacts, AttendanceEntry, Held>

async function write(context: RequestContext, { facts: { items }, importId, added }: Writing) {
  const cells = added.map(({ entry, held }) => {
    const { person } = held!.found as { person: PersonRow }
    const { item, doneOn, madeUp } = entry
    return { graduateId: person.id, item, doneOn, madeUp, ...saidOf(items, entry) }
  })
  const { rows, refusals } = await confirmCells(context, cells, false, { importId }).catch(worded)
  if (refusals.length > 0) throw heldMeanwhile()
  return rows.map(({ id }) => ({ id, version: 1, former: null }))
}

const heldMeanwhile = () => new ORPCError('REFUSED', { status: 409, data: { reason: 'held-meanwhile' } })
const worded = (error: unknown): never => {
  throw meaningOf(error) === 'already-confirmed' ? heldMeanwhile() : error
}

/** What was confirmed stays in the record, revoked with its reason. */
async function takeBack({ trx, scope, actor, now, record }: RequestContext, { importId, removed }: TakenBack): Promise<void> {
  const rows = await store.confirmationsById(trx, scope, removed, true)
  const reason = '撤销导入'
  await store.revokeConfirmations(trx, scope.school, removed, actor.id, now, reason)
  for (const { id, path, graduateId, doneOn } of rows)
    record({
      kind: 'item-confirmation',
      id,
      path,
      before: { graduateId, doneOn },
      after: { graduateId, doneOn, revoked: true, reason, importId },
    })
}
