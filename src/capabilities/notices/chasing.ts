/** Reminding: by a person, previewed; and by itself, each day. */
import { addDays, type Day } from '../../kernel/day.ts'
import type { RequestContext } from '../accounts/index.ts'
import { tellEach } from '../inbox/index.ts'
import { planOf } from '../plans/index.ts'
import { receiptTable } from './following.ts'
import { accountsAt, places, type Staff, unitsAt, whoAnswers } from './places.ts'
import { type ChaseRefusal, type ChaseStage, chaseMessage, chasesDue, chaseText, dutyMessage, mayChase, type Owing } from './rules.ts'
import * as store from './store.ts'
import { held } from './views.ts'

type Asked = { id: string; unitIds?: readonly string[] | undefined; dryRun: boolean }
type Unit = Owing & { unitId: string; path: string; accounts: readonly string[]; chasedToday: boolean }

/** Every unit that is asked about, with what it still owes. */
async function owing(context: RequestContext, row: store.NoticeRecord, unitIds: readonly string[] | undefined): Promise<Unit[]> {
  const at = await places(context)
  const table = await receiptTable(context, row, at)
  const level = table.level
  const wanted = unitIds && new Set(unitsAt(at, unitIds, context.scope.path, level).map(({ id }) => id))
  const staff = await whoAnswers(context)
  const duties = new Map(table.duties.filter(({ withdrawn }) => withdrawn === null).map(duty => [duty.id, duty]))
  return table.rows
    .filter(({ unitId }) => !wanted || wanted.has(unitId))
    .flatMap(({ unitId, name, acknowledged, works, chasedOn }) => {
      const path = at.byId.get(unitId)?.path
      const open = works.flatMap(({ dutyId, state }) => (state === 'open' ? (duties.get(dutyId) ?? []) : []))
      if (path === undefined) return []
      return [
        {
          unitId,
          name,
          path,
          acknowledged: acknowledged !== null,
          open: open.map(({ words, dueOn }) => ({ words, dueOn: dueOn as Day })),
          accounts: accountsAt(staff, [path]),
          chasedToday: chasedOn === context.today,
        },
      ]
    })
}

const factsOf = ({ acknowledged, open, chasedToday, accounts }: Unit) => ({
  acknowledged,
  open: open.length,
  chasedToday,
  people: accounts.length,
})

export async function chase(context: RequestContext, { id, unitIds, dryRun }: Asked) {
  const row = await held(context, id)
  const units = row.state === 'issued' ? await owing(context, row, unitIds) : []
  const judged = units.map(unit => ({ unit, decision: mayChase(factsOf(unit)) }))
  const left = judged.flatMap(({ unit: { unitId, name }, decision }) =>
    decision.allowed ? [] : [{ unitId, name, reason: decision.reason as ChaseRefusal }],
  )
  const told = judged.flatMap(({ unit, decision }) => (decision.allowed ? [unit] : []))
  const sent = dryRun ? told : await send(context, row, told)
  const owed = units.filter(({ acknowledged, open }) => !acknowledged || open.length > 0)
  return { units: sent.length, people: new Set(sent.flatMap(({ accounts }) => accounts)).size, left, text: chaseText(row, owed) }
}

async function send(
  { trx, scope, actor, today, record }: RequestContext,
  row: store.NoticeRecord,
  units: readonly Unit[],
): Promise<Unit[]> {
  const added = await store.addChases(
    trx,
    units.map(({ unitId, path }) => ({
      school_id: scope.school,
      notice_id: row.id,
      unit_id: unitId,
      path,
      on_day: today,
      chased_by: actor.id,
    })),
  )
  const written = units.filter(({ unitId }) => added.has(unitId))
  const link = `/notices/${row.id}`
  await tellEach(
    trx,
    scope.school,
    written.flatMap(unit => unit.accounts.map(account => ({ account, kind: 'notice', ...chaseMessage(row, actor.unitName, unit), link }))),
  )
  for (const { path, name } of written) record({ kind: 'notice', id: row.id, path, after: { title: row.title, chased: name } })
  return written
}

type Saying = { stage: Exclude<ChaseStage, 'none'>; work: store.Undone }

/** What is to be said to whom, a message for each unit, notice and stage. */
function lettersOf(sayings: readonly Saying[], staff: Staff) {
  const groups = Map.groupBy(sayings, ({ stage, work }) => `${stage} ${work.noticeId} ${work.unitId}`)
  return [...groups.values()].flatMap(group => {
    const { stage, work } = group[0]!
    const duties = group.map(({ work: { words, dueOn } }) => ({ words, dueOn }))
    const message = { kind: 'notice', ...dutyMessage(stage, work, work.unitName, duties), link: `/notices/${work.noticeId}` }
    const accounts = accountsAt(staff, [stage === 'above' ? work.byPath : work.path])
    return accounts.map(account => ({ account, ...message }))
  })
}

/** A year's undone duties, as each day asks: the plan says after how many days those above are told. Twice on a day does nothing more. */
export async function chaseDuties(context: RequestContext, cohortId: string): Promise<number> {
  const { trx, scope, today, record } = context
  const { secondaryAfterDays: patience } = (await planOf(trx, scope, cohortId)).escalation
  const undone = await store.undoneUpTo(trx, scope, cohortId, addDays(today, 1))
  const due = undone.map(work => ({ work, stages: chasesDue(work, today, patience) })).filter(({ stages }) => stages.length > 0)
  if (due.length === 0) return 0
  const sayings = due.flatMap(({ work, stages }) => stages.flatMap(stage => (stage === 'none' ? [] : [{ stage, work }])))
  await tellEach(trx, scope.school, lettersOf(sayings, await whoAnswers(context, true)))
  await store.saveChased(
    trx,
    scope.school,
    due.map(({ work, stages }) => ({ duty_id: work.dutyId, unit_id: work.unitId, chased: stages.at(-1)! })),
  )
  for (const { work, stages } of due)
    record({
      kind: 'notice-duty',
      id: work.dutyId,
      path: work.path,
      after: { duty: work.words, chased: stages.at(-1), unit: work.unitName },
    })
  return due.length
}
