/** 低年级党员: members of no cohort, as a list and as a list that comes as a workbook. */
import { newId } from '../../kernel/ids.ts'
import { everyRow, pageFrom, pageKey } from '../../kernel/paging.ts'
import { listWorkbook } from '../../platform/spreadsheets/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import type { ListKind } from '../imports/index.ts'
import type { JuniorView } from './contract/juniors.ts'
import type { LedgerView } from './contract/views.ts'
import { placesFor, readerOf, rosterImports } from './importing.ts'
import { ledgerText } from './ledger-text.ts'
import { masked, within } from './listing.ts'
import { ledgerTitles } from './rules/ledger-columns.ts'
import * as store from './store/juniors.ts'
import type { Key } from './store/list.ts'
import { undoing } from './undoing.ts'

/** The columns and checks of 附件1; who stands in a cohort already is refused. */
export const juniorImports: ListKind = {
  ...rosterImports,
  kind: 'juniors',
  title: '低年级党员名册',
  hints: '列与附件1相同：日期写成 2001-05-03；学号、公民身份号码、手机按文本填写。',
  undoing,
  prepare: async context => readerOf({ cohort: null, ...(await placesFor(context)) }),
}

type Asked = store.JuniorFilter & { path?: string | undefined; after?: Key | undefined; limit: number }

export async function juniors(context: RequestContext, { path, after, limit, ...filter }: Asked) {
  const { trx } = context
  const scope = within(context.scope, path)
  const found = await store.juniorPage(trx, scope, filter, limit + 1, after)
  const { page, next } = pageFrom(found, limit, ({ path: at, pinyin, memberId }) => pageKey(at, pinyin, memberId))
  return {
    rows: page.map(view),
    total: await store.juniorCount(trx, scope, filter),
    next,
    branches: await store.juniorBranches(trx, context.scope),
  }
}

/** The columns of the ledger that a junior has, too. */
const columns = [
  'name',
  'studentNumber',
  'sex',
  'branch',
  'membership',
  'joinedOn',
  'confirmedOn',
  'college',
  'major',
  'className',
  'idNumber',
  'phone',
] as const

/** As filtered, in the order of the screen. */
export async function exportedJuniors(
  context: RequestContext,
  { path, ...filter }: store.JuniorFilter & { path?: string | undefined },
): Promise<File> {
  const rows = await context.within(async inside => {
    const scope = within(inside.scope, path)
    const found = await everyRow<JuniorView, Key>(async (after, limit) => {
      const page = await store.juniorPage(inside.trx, scope, filter, limit, after)
      const last = page.at(-1)
      return { rows: page.map(view), last: last && [last.path, last.pinyin, last.memberId] }
    })
    const { search, ...open } = filter
    const after = { list: 'juniors', ...open, searched: search !== undefined, count: found.length }
    inside.record({ kind: 'export', id: newId(), path: scope.path, after })
    return found
  })
  return listWorkbook({
    name: '低年级党员名册',
    by: context.actor.name,
    on: context.today,
    notes: ['号码只写后四位'],
    columns: columns.map(key => ({ header: ledgerTitles[key], cell: (row: JuniorView) => ledgerText(key, row as LedgerView) })),
    rows,
  })
}

const view = ({ path, pinyin: _, idNumberLast4, phoneLast4, unitId, branchName, ...row }: store.JuniorRow): JuniorView => ({
  ...row,
  ...masked({ idNumberLast4, phoneLast4 }),
  branch: { id: unitId, name: branchName, path },
})
