import { newId } from '../../kernel/ids.ts'
import { everyRow } from '../../kernel/paging.ts'
import { listWorkbook } from '../../platform/spreadsheets/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { cohort } from '../plans/index.ts'
import type { AddresseeView, LetterRow } from './contract.ts'
import { addresseeKindNames, handoverNames, standingNames } from './rules.ts'
import { type AddresseeFilter, addressees } from './store/addressees.ts'
import { type Key, type LedgerFilter, ledgerPage } from './store/ledger.ts'
import { addresseeView, letterRow, onOf } from './views.ts'

const ofLetter = (header: string, cell: (row: LetterRow) => string | null) => ({ header, cell: (row: LetterRow) => cell(row) ?? '' })

const letterColumns = [
  ofLetter('编号', row => row.number),
  ofLetter('姓名', row => row.memberName),
  ofLetter('单位', row => row.unitName),
  ofLetter('抬头', row => row.addresseeName),
  ofLetter('状态', row => standingNames[row.standing]),
  ofLetter('开具日期', row => row.issuedOn),
  ofLetter('有效期至', row => row.validUntil),
  ofLetter('领取日期', row => row.pickedUpOn),
  ofLetter('领取方式', row => row.pickedUpHow && handoverNames[row.pickedUpHow]),
  ofLetter('接收日期', row => row.receivedOn),
  ofLetter('作废日期', row => row.voidedOn),
]

const noteOf = (list: string, { search, ...filter }: { search?: string | undefined }, count: number) => ({
  list,
  ...filter,
  searched: search !== undefined,
  count,
})

/** Newest number first, as on the screen. */
export async function exportedLetters(context: RequestContext, filter: LedgerFilter): Promise<File> {
  const { rows, year } = await context.within(async inside => {
    const { trx, scope } = inside
    const on = await onOf(inside, filter.cohortId)
    const found = await everyRow<LetterRow, Key>(async (after, limit) => {
      const page = await ledgerPage(trx, scope, filter, on, after, limit)
      const last = page.at(-1)
      return { rows: page.map(row => letterRow(row, on)), last: last && [last.year, last.number] }
    })
    inside.record({ kind: 'export', id: newId(), path: scope.path, after: noteOf('letters', filter, found.length) })
    return { rows: found, year: await cohort(trx, scope, filter.cohortId) }
  })
  const { actor, today } = context
  return listWorkbook({ name: '介绍信台账', by: actor.name, on: today, notes: year ? [year.name] : [], columns: letterColumns, rows })
}

const ofAddressee = (header: string, cell: (row: AddresseeView) => string | number | null) => ({
  header,
  cell: (row: AddresseeView) => cell(row) ?? '',
})
const paper = (needs: boolean | null) => (needs === null ? '' : needs ? '是' : '否')

/** By the names under which the import reads them again. */
const addresseeColumns = [
  ofAddressee('抬头', row => row.name),
  ofAddressee('类别', row => addresseeKindNames[row.kind]),
  ofAddressee('所在地', row => row.divisionName ?? row.divisionCode),
  ofAddressee('党组织代码', row => row.orgCode),
  ofAddressee('需要纸质介绍信', row => paper(row.needsPaper)),
  ofAddressee('联系人', row => row.contact),
  ofAddressee('联系电话', row => row.phone),
  ofAddressee('核实日期', row => row.verifiedOn),
  ofAddressee('使用次数', row => row.used),
  ofAddressee('接收次数', row => row.accepted),
  ofAddressee('名称说明', row => row.nameReason),
]

/** Most used first, as on the screen. The numbers are offices' own and stand there in full. */
export async function exportedAddressees(context: RequestContext, filter: AddresseeFilter): Promise<File> {
  const rows = await context.within(async inside => {
    const { trx, scope } = inside
    const found = await everyRow<AddresseeView, string>(async (after, limit) => {
      const page = await addressees(trx, scope, filter, after, limit)
      return { rows: page.map(row => addresseeView(row)), last: page.at(-1)?.id }
    })
    inside.record({ kind: 'export', id: newId(), path: scope.path, after: noteOf('addressees', filter, found.length) })
    return found
  })
  return listWorkbook({ name: '抬头库', by: context.actor.name, on: context.today, columns: addresseeColumns, rows })
}
