import { newId } from '../../kernel/ids.ts'
import { listWorkbook } from '../../platform/spreadsheets/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { kindNames } from '../orgs/rules.ts'
import { matrixOf, type UnitReturns } from './matrix.ts'
import { cellStateNames, formNames, type ReturnTask, returnTasks } from './rules.ts'

const ofTask = (task: ReturnTask) => [
  {
    header: `${formNames[task]} 状态`,
    cell: ({ cells }: UnitReturns) => (cells[task].overdue ? '逾期未报' : cellStateNames[cells[task].state]),
  },
  { header: `${formNames[task]} 已报人数`, cell: ({ cells }: UnitReturns) => cells[task].rows },
  { header: `${formNames[task]} 首次报送`, cell: ({ cells }: UnitReturns) => cells[task].firstOn ?? '' },
  { header: `${formNames[task]} 期限`, cell: ({ cells }: UnitReturns) => cells[task].dueOn ?? '' },
  { header: `${formNames[task]} 迟报`, cell: ({ cells }: UnitReturns) => (cells[task].late ? '是' : '') },
]

const columns = [
  { header: '单位', cell: ({ unitName }: UnitReturns) => unitName },
  { header: '类别', cell: ({ kind }: UnitReturns) => kindNames[kind] },
  { header: '毕业生党员', cell: ({ people }: UnitReturns) => people },
  ...returnTasks.flatMap(ofTask),
]

export async function exportedReturns(context: RequestContext, cohortId: string): Promise<File> {
  const rows = await context.within(async inside => {
    const units = await matrixOf(inside.trx, inside.scope, cohortId, inside.today)
    const after = { list: 'submissions', cohortId, count: units.length }
    inside.record({ kind: 'export', id: newId(), path: inside.scope.path, after })
    return units
  })
  return listWorkbook({ name: '各单位报送情况', by: context.actor.name, on: context.today, columns, rows })
}
