/** Workbooks: the list of a screen as it is filtered, and a list that was handed over. */
import { ORPCError } from '@orpc/server'
import { newId } from '../../kernel/ids.ts'
import { listWorkbook } from '../../platform/spreadsheets/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { cohort, planOf } from '../plans/index.ts'
import type { DossierPaper } from '../plans/rules.ts'
import { membershipNames } from '../roster/rules.ts'
import { rowsOfList } from './handing.ts'
import { type Filter, loadFiltered } from './loading.ts'
import { blankPaper, contents, type ListRow, paperInWords, problemNames, standingNames } from './rules.ts'
import { type KeptList, listById } from './store/lists.ts'
import { type Loaded, troubleViews } from './views.ts'

const troublesInWords = (person: Loaded) => {
  const nameOf = new Map(person.asked.map(({ key, name }) => [key, name]))
  return troubleViews(person)
    .map(({ paper, problem, explained }) => `${nameOf.get(paper)}${problemNames[problem]}${explained ? `（${explained}）` : ''}`)
    .join('；')
}

const paperColumn = ({ key, name }: DossierPaper) => ({
  header: name,
  cell: ({ asked, papers }: Loaded) => (asked.some(one => one.key === key) ? paperInWords(papers[key] ?? blankPaper) : ''),
})

const column = (header: string, cell: (person: Loaded) => string | number | null) => ({
  header,
  cell: (person: Loaded) => cell(person) ?? '',
})

const columnsFor = (checklist: readonly DossierPaper[]) => [
  column('学号', ({ row }) => row.studentNumber),
  column('姓名', ({ row }) => row.name),
  column('党支部', ({ row }) => row.branchName),
  column('党员类别', ({ row }) => membershipNames[row.membership]),
  column('状态', ({ standing }) => standingNames[standing]),
  column('袋号', ({ row }) => row.bag),
  ...checklist.map(paperColumn),
  column('份数', ({ asked, papers }) => contents(asked, papers).papers),
  column('页数', ({ asked, papers }) => contents(asked, papers).pages),
  column('问题', troublesInWords),
  column('装档人', ({ row }) => row.packedName),
  column('核对人', ({ row }) => row.checkedName),
  column('暂不移交', ({ row }) => row.postponed),
]

/** All that the filter shows, in the order of the roster. */
export async function exportedDossiers(context: RequestContext, filter: Filter): Promise<File> {
  const { rows, checklist, year } = await context.within(async inside => {
    const { trx, scope } = inside
    const { everybody, shows, scope: asked } = await loadFiltered(inside, filter)
    const found = everybody.filter(shows)
    const { search, ...named } = filter
    inside.record({
      kind: 'export',
      id: newId(),
      path: asked.path,
      after: { list: 'dossiers', ...named, searched: search !== undefined, count: found.length },
    })
    const plan = await planOf(trx, scope, filter.cohortId)
    return { rows: found, checklist: plan.dossierChecklist, year: await cohort(trx, scope, filter.cohortId) }
  })
  const { actor, today } = context
  return listWorkbook({ name: '装档情况', by: actor.name, on: today, notes: year ? [year.name] : [], columns: columnsFor(checklist), rows })
}

/** A list as it was made, and on record who took it out, in which form. */
export const takenOut = (
  context: RequestContext,
  id: string,
  form: 'xlsx' | 'pdf',
): Promise<KeptList & { rows: ListRow[]; year: string }> =>
  context.within(async inside => {
    const list = await listById(inside.trx, inside.scope, id)
    if (!list) throw new ORPCError('NOT_FOUND')
    inside.record({ kind: 'dossier-list', id, path: list.path, after: { text: list.text, form, count: list.people } })
    const year = await cohort(inside.trx, inside.scope, list.cohortId)
    return { ...list, rows: rowsOfList(list), year: year?.name ?? '' }
  })

/** The columns of the paper. */
const listColumns = [
  { header: '序号', cell: ([at]: [number, ListRow]) => at },
  { header: '袋号', cell: ([, { bag }]: [number, ListRow]) => bag },
  { header: '学号', cell: ([, { studentNumber }]: [number, ListRow]) => studentNumber },
  { header: '姓名', cell: ([, { name }]: [number, ListRow]) => name },
  { header: '党支部', cell: ([, { branch }]: [number, ListRow]) => branch },
  { header: '类别', cell: ([, { membership }]: [number, ListRow]) => membership },
  { header: '材料份数', cell: ([, { papers }]: [number, ListRow]) => papers },
  { header: '页数', cell: ([, { pages }]: [number, ListRow]) => pages },
  { header: '备注', cell: ([, { remark }]: [number, ListRow]) => remark },
]

export async function listAsWorkbook(context: RequestContext, id: string): Promise<File> {
  const { rows, text, unitName, year, sha256, madeOn } = await takenOut(context, id, 'xlsx')
  return listWorkbook({
    name: `移交清单 ${text}`,
    by: context.actor.name,
    on: context.today,
    notes: [year, unitName, `${madeOn} 生成`, `SHA-256 ${sha256}`],
    columns: listColumns,
    rows: rows.map((row, at): [number, ListRow] => [at + 1, row]),
  })
}
