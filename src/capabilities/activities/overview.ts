/** The overview of theme education, on the screen and as a workbook. */
import { dayInWords } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { listWorkbook } from '../../platform/spreadsheets/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { type BranchStanding, type FormKind, overviewOf } from './rules.ts'
import { branchesOf, heldForms } from './store/overview.ts'
import { names } from './views.ts'

type Asked = { cohortId: string; missing: boolean }

export async function overview(context: RequestContext, { cohortId, missing }: Asked) {
  const { trx, scope } = context
  const { kinds, byId } = await names(context, cohortId)
  const forms = kinds.filter(({ theme }) => theme).map(({ key, name }) => ({ key, name }))
  const held = await heldForms(
    trx,
    scope,
    cohortId,
    forms.map(({ key }) => key),
  )
  const branches = (await branchesOf(trx, scope, cohortId)).map(branch => {
    const unit = byId.get(branch.unitId)
    const above = unit?.kind === 'branch' && unit.parentId ? byId.get(unit.parentId) : undefined
    return { ...branch, above: above ? { unitId: above.id, name: above.name } : null }
  })
  const all = overviewOf(forms, branches, held, false)
  return {
    kinds: forms.map(({ key, name }, at) => ({ key, name, lacking: all.filter(row => row.forms[at]!.times === 0).length })),
    counts: { all: all.length, missing: all.filter(row => row.missing > 0).length },
    rows: missing ? all.filter(row => row.missing > 0) : all,
  }
}

const ofForm = ({ key, name }: FormKind) => {
  const form = ({ forms }: BranchStanding) => forms.find(({ kind }) => kind === key)!
  return [
    { header: name, cell: (row: BranchStanding) => (form(row).times === 0 ? '未开展' : `${form(row).times} 次`) },
    { header: `${name}最近一次`, cell: (row: BranchStanding) => form(row).lastOn ?? '' },
    { header: `${name}到会率`, cell: (row: BranchStanding) => (form(row).percent === null ? '' : `${form(row).percent}%`) },
  ]
}

export async function overviewSheet(context: RequestContext, asked: Asked): Promise<File> {
  const { kinds, rows } = await context.within(async inside => {
    const found = await overview(inside, asked)
    const after = { list: 'theme-education', missing: asked.missing, count: found.rows.length }
    inside.record({ kind: 'export', id: newId(), path: inside.scope.path, after })
    return found
  })
  return listWorkbook({
    name: '主题教育开展情况',
    by: context.actor.name,
    on: context.today,
    notes: [`截至${dayInWords(context.today)}；到会率按已结束登记的签到表计`],
    columns: [
      { header: '党总支', cell: ({ above }: BranchStanding) => above?.name ?? '' },
      { header: '党支部', cell: ({ name }) => name },
      { header: '毕业生党员', cell: ({ people }) => people },
      ...kinds.flatMap(ofForm),
      { header: '未开展的形式', cell: ({ missing }) => missing },
    ],
    rows,
  })
}
