/** The list of an activity: signed, written down, closed. */
import { ORPCError } from '@orpc/server'
import { newId } from '../../kernel/ids.ts'
import { listWorkbook } from '../../platform/spreadsheets/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { heldActivity } from './actions.ts'
import { announceClosed } from './closing.ts'
import type { AttendanceRow } from './contract.ts'
import { attendanceNames, countsAs, type Marking, type MarkRefusal, mayClose, mayMark, wayNames } from './rules.ts'
import * as store from './store.ts'

type Person = Awaited<ReturnType<typeof store.people>>[number]

const lineOf = (context: RequestContext, row: Person): AttendanceRow => ({
  graduateId: row.id,
  name: row.name,
  studentNumber: row.studentNumber,
  unitId: row.unitId,
  branchName: row.branchName,
  own: row.memberId === context.actor.memberId,
  attendance:
    row.state === null ? null : { state: row.state, how: row.how!, reason: row.reason!, at: row.saidAt!.toISOString(), by: row.saidName! },
})

export async function people(
  context: RequestContext,
  { id, unitId, search }: { id: string; unitId?: string | undefined; search?: string | undefined },
) {
  const row = await heldActivity(context, id, false)
  const found = await store.people(context.trx, context.scope, row, search)
  return found.filter(person => unitId === undefined || person.unitId === unitId).map(person => lineOf(context, person))
}

type Marked = { id: string; graduateIds: readonly string[]; marking: Marking; reason: string }

/** All or none; whoever can't be written down is named with the reason. */
export async function mark(context: RequestContext, { id, graduateIds, marking, reason }: Marked) {
  const { trx, scope, actor, now, record } = context
  await store.holdList(trx, id)
  const row = await heldActivity(context, id, false)
  const closed = new Set((await store.closingsOf(trx, scope, [id])).map(({ unitId }) => unitId))
  const asked = new Set(graduateIds)
  const found = (await store.people(trx, scope, row)).filter(person => asked.has(person.id))
  if (found.length < asked.size) throw new ORPCError('NOT_FOUND')
  const refused = found.flatMap((person): { graduateId: string; name: string; reason: MarkRefusal }[] => {
    const facts = { state: row.state, invited: true, closed: closed.has(person.unitId), own: person.memberId === actor.memberId }
    const decision = mayMark(facts, marking, reason)
    return decision.allowed ? [] : [{ graduateId: person.id, name: person.name, reason: decision.reason }]
  })
  if (refused.length > 0) return { marked: 0, refused }
  if (marking === 'clear') await store.dropAttendances(trx, scope, id, [...asked])
  else {
    const lines = found.map(person => ({
      id: newId(),
      activityId: id,
      cohortId: row.cohortId,
      graduateId: person.id,
      memberId: person.memberId,
      path: person.path,
      state: marking,
      how: 'list' as const,
      reason: reason.trim(),
    }))
    await store.putAttendances(trx, { school: scope.school, at: now, by: actor.id, name: actor.name }, lines)
  }
  for (const person of found)
    record({
      kind: 'attendance',
      id: person.id,
      path: person.path,
      ...(person.state && { before: { activity: row.title, state: person.state } }),
      after: { activity: row.title, state: marking, ...(reason && { reason }) },
    })
  return { marked: found.length, refused: [] }
}

/** The branch's list stands from here on, and counts. */
export async function close(context: RequestContext, { id, unitId }: { id: string; unitId: string }) {
  const { trx, scope, actor, now, record } = context
  await store.holdList(trx, id)
  const row = await heldActivity(context, id, false)
  const list = (await store.lists(trx, scope, row)).find(one => one.unitId === unitId)
  const closed = (await store.closingsOf(trx, scope, [id])).some(one => one.unitId === unitId)
  const decision = mayClose({ state: row.state, invited: list !== undefined, closed, there: list?.there ?? 0 })
  if (!decision.allowed) throw new ORPCError('REFUSED', { status: 409, data: { reason: decision.reason } })
  const there = (await store.people(trx, scope, row)).filter(person => person.unitId === unitId && person.state && countsAs[person.state])
  const activity = { id, cohortId: row.cohortId, kind: row.kind, title: row.title, onDay: row.onDay }
  const idsOf = (people: readonly Person[]) => people.map(person => person.id)
  const madeUp = idsOf(there.filter(person => person.state === 'made-up'))
  const counted = await announceClosed(context, { activity, graduateIds: idsOf(there), madeUp })
  await store.addClosing(trx, {
    school_id: scope.school,
    activity_id: id,
    path: list!.path,
    unit_id: unitId,
    closed_by: actor.id,
    closed_name: actor.name,
    closed_at: now,
    counted,
  })
  record({ kind: 'activity', id, path: list!.path, after: { title: row.title, branch: list!.name, there: there.length, counted } })
  return { counted, there: there.length }
}

export async function sheet(context: RequestContext, id: string): Promise<File> {
  const { rows, title, onDay } = await context.within(async inside => {
    const row = await heldActivity(inside, id, false)
    const found = (await store.people(inside.trx, inside.scope, row)).map(person => lineOf(inside, person))
    inside.record({ kind: 'export', id: newId(), path: inside.scope.path, after: { activity: row.title, count: found.length } })
    return { rows: found, title: row.title, onDay: row.onDay }
  })
  return listWorkbook({
    name: `签到表 ${title}`,
    by: context.actor.name,
    on: context.today,
    notes: [`活动日期 ${onDay}`],
    columns: [
      { header: '党支部', cell: (row: AttendanceRow) => row.branchName },
      { header: '学号', cell: row => row.studentNumber },
      { header: '姓名', cell: row => row.name },
      { header: '情况', cell: row => (row.attendance ? attendanceNames[row.attendance.state] : '') },
      { header: '方式', cell: row => (row.attendance ? wayNames[row.attendance.how] : '') },
      { header: '原因', cell: row => row.attendance?.reason ?? '' },
      { header: '登记人', cell: row => row.attendance?.by ?? '' },
    ],
    rows,
  })
}
