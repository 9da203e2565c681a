import { ORPCError } from '@orpc/server'
import { newId } from '../../kernel/ids.ts'
import { everyRow } from '../../kernel/paging.ts'
import { listWorkbook } from '../../platform/spreadsheets/index.ts'
import { ownDataTime, type RequestContext } from '../accounts/index.ts'
import { narrowed, type Scope, unitsOf } from '../orgs/index.ts'
import { planOf } from '../plans/index.ts'
import type { ChecklistItem } from '../plans/rules.ts'
import type { ConfirmationView, MatrixRow } from './contract.ts'
import { basisNames, listedActivity, specialOf } from './rules.ts'
import { type MatrixFilter, matrixPage } from './store/matrix.ts'
import * as store from './store.ts'
import { matrixRow } from './views.ts'

/** A unit below, chosen as a filter; one outside the scope is not found. */
export async function scopeAt({ trx, scope }: RequestContext, unitId: string | undefined): Promise<Scope> {
  if (unitId === undefined) return scope
  const unit = (await unitsOf(trx, scope)).find(({ id }) => id === unitId)
  const narrower = unit && narrowed(scope, unit.path)
  if (!narrower) throw new ORPCError('NOT_FOUND')
  return narrower
}

/** A day, and what was not the usual way of it. */
const dayOf = (confirmation: ConfirmationView) => {
  const special = specialOf(confirmation)
  return special.length === 0 ? confirmation.doneOn : `${confirmation.doneOn}（${special.join('、')}）`
}

/** The days on which an item was done. */
const ofItem = ({ key, short, required }: ChecklistItem) => ({
  header: required > 1 ? `${short}（${required} 次）` : short,
  cell: ({ confirmations }: MatrixRow) =>
    confirmations
      .filter(({ item }) => item === key)
      .map(dayOf)
      .join('、'),
})

const columnsOf = (items: readonly ChecklistItem[]) => [
  { header: '学号', cell: ({ studentNumber }: MatrixRow) => studentNumber },
  { header: '姓名', cell: ({ name }: MatrixRow) => name },
  { header: '党支部', cell: ({ branchName }: MatrixRow) => branchName },
  { header: '入党时间', cell: ({ joinedOn }: MatrixRow) => joinedOn ?? '' },
  ...items.map(ofItem),
  { header: '已完成项数', cell: ({ done }: MatrixRow) => done },
]

type Tick = { row: MatrixRow; tick: ConfirmationView; itemName: string }

/** Every confirmation that counts, person by person, in the plan's order of items. */
const ticksOf = (rows: readonly MatrixRow[], items: readonly ChecklistItem[]): Tick[] =>
  rows.flatMap(row =>
    items.flatMap(({ key, name }) => row.confirmations.filter(({ item }) => item === key).map(tick => ({ row, tick, itemName: name }))),
  )

/** What each rests on, who confirmed it, and when. */
const tickColumns = [
  { header: '学号', cell: ({ row }: Tick) => row.studentNumber },
  { header: '姓名', cell: ({ row }: Tick) => row.name },
  { header: '党支部', cell: ({ row }: Tick) => row.branchName },
  { header: '项目', cell: ({ itemName }: Tick) => itemName },
  { header: '完成日期', cell: ({ tick }: Tick) => tick.doneOn },
  { header: '方式', cell: ({ tick }: Tick) => [basisNames[tick.basis], tick.madeUp && '补做'].filter(Boolean).join('、') },
  { header: '活动', cell: ({ tick }: Tick) => (tick.basis === 'activity' ? listedActivity(tick.evidence) : '') },
  { header: '书名', cell: ({ tick }: Tick) => tick.details.title ?? '' },
  { header: 'ISBN', cell: ({ tick }: Tick) => tick.details.isbn ?? '' },
  { header: '受赠方', cell: ({ tick }: Tick) => tick.details.receiver ?? '' },
  { header: '时长', cell: ({ tick }: Tick) => tick.details.hours ?? '' },
  { header: '凭据', cell: ({ tick }: Tick) => tick.evidence },
  { header: '确认人', cell: ({ tick }: Tick) => tick.confirmedName },
  { header: '确认时间', cell: ({ tick }: Tick) => ownDataTime(new Date(tick.confirmedAt)) },
]

type Asked = MatrixFilter & { unitId?: string | undefined }

export async function exportedMatrix(context: RequestContext, { unitId, ...filter }: Asked): Promise<File> {
  const { rows, items } = await context.within(async inside => {
    const { trx, actor } = inside
    const scope = await scopeAt(inside, unitId)
    const { items } = await planOf(trx, scope, filter.cohortId)
    const found = await everyRow<MatrixRow, string>(async (after, limit) => {
      const people = await matrixPage(trx, scope, items, filter, after, limit)
      const ids = people.map(({ id }) => id)
      const confirmed = Map.groupBy(await store.validOf(trx, scope, ids), ({ graduateId }) => graduateId)
      return { rows: people.map(person => matrixRow(person, confirmed.get(person.id) ?? [], actor.memberId)), last: ids.at(-1) }
    })
    const { search, ...asked } = filter
    const after = { list: 'items', ...asked, searched: search !== undefined, count: found.length }
    inside.record({ kind: 'export', id: newId(), path: scope.path, after })
    return { rows: found, items }
  })
  const taken = { by: context.actor.name, on: context.today }
  return listWorkbook(
    { ...taken, name: '五个一完成情况', columns: columnsOf(items), rows },
    { ...taken, name: '逐项依据', columns: tickColumns, rows: ticksOf(rows, items) },
  )
}
