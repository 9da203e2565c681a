/** The list on the screen, as a workbook, and as a sheet to be signed by hand. */
import { readFileSync } from 'node:fs'
import { ORPCError } from '@orpc/server'
import { dayInWords } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { everyRow, pageFrom } from '../../kernel/paging.ts'
import { listWorkbook } from '../../platform/spreadsheets/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { narrowed, type Scope, school, unitsOf } from '../orgs/index.ts'
import type { FarewellRecord, FarewellRow } from './contract.ts'
import { noticeParagraphs, noticeTitle, wayNames } from './rules.ts'
import * as store from './store.ts'
import { farewellRow } from './views.ts'

const source = readFileSync(new URL('./sheet.typ', import.meta.url), 'utf8')

export type Listed = store.Filter & { unitId?: string | undefined }

/** A unit below, chosen as a filter; one outside the scope is not found. */
async function scopeAt({ trx, scope }: RequestContext, unitId: string | undefined): Promise<Scope> {
  if (unitId === undefined) return scope
  const unit = (await unitsOf(trx, scope)).find(({ id }) => id === unitId)
  const narrower = unit && narrowed(scope, unit.path)
  if (!narrower) throw new ORPCError('NOT_FOUND')
  return narrower
}

async function rowsOf({ trx, actor }: RequestContext, scope: Scope, filter: store.Filter, after: string | undefined, limit: number) {
  const people = await store.page(trx, scope, filter, after, limit)
  const ids = people.map(({ id }) => id)
  const records = Map.groupBy(await store.recordsOf(trx, scope, ids), ({ graduateId }) => graduateId)
  return people.map(person => farewellRow(person, records.get(person.id) ?? [], actor.memberId))
}

const sum = (rows: readonly { people: number; notice: number; talk: number }[]) => ({
  people: rows.reduce((all, { people }) => all + people, 0),
  notice: rows.reduce((all, { notice }) => all + notice, 0),
  talk: rows.reduce((all, { talk }) => all + talk, 0),
})

export async function listed(
  context: RequestContext,
  { unitId, after, limit, ...filter }: Listed & { after?: string | undefined; limit: number },
) {
  const scope = await scopeAt(context, unitId)
  const { page, next } = pageFrom(await rowsOf(context, scope, filter, after, limit + 1), limit, ({ graduateId }) => graduateId)
  return {
    rows: page,
    total: await store.total(context.trx, scope, filter),
    next,
    counts: sum(await store.countsByBranch(context.trx, scope, filter.cohortId, filter.search)),
  }
}

/** All of a filter, put on record. */
const everybody = (context: RequestContext, { unitId, ...filter }: Listed, form: string) =>
  context.within(async inside => {
    const scope = await scopeAt(inside, unitId)
    const rows = await everyRow<FarewellRow, string>(async (after, limit) => {
      const page = await rowsOf(inside, scope, filter, after, limit)
      return { rows: page, last: page.at(-1)?.graduateId }
    })
    const { search, ...asked } = filter
    const after = { form, ...asked, searched: search !== undefined, count: rows.length }
    inside.record({ kind: 'export', id: newId(), path: scope.path, after })
    return { rows, school: (await school(inside.trx, scope.school)).name }
  })

const told = (record: FarewellRecord | null) => (record ? `${record.onDay} ${wayNames[record.how]}` : '')

const columns = [
  { header: '学号', cell: ({ studentNumber }: FarewellRow) => studentNumber },
  { header: '姓名', cell: ({ name }: FarewellRow) => name },
  { header: '党支部', cell: ({ branchName }: FarewellRow) => branchName },
  { header: '告知书', cell: ({ notice }: FarewellRow) => told(notice) },
  { header: '离校谈话', cell: ({ talk }: FarewellRow) => told(talk) },
  { header: '谈话人', cell: ({ talk }: FarewellRow) => talk?.by ?? '' },
  { header: '备注', cell: ({ talk }: FarewellRow) => talk?.note ?? '' },
]

export async function exportedList(context: RequestContext, filter: Listed): Promise<File> {
  const { rows } = await everybody(context, filter, 'xlsx')
  return listWorkbook({ name: '离校教育', by: context.actor.name, on: context.today, columns, rows })
}

/** The text to be read out, and a line for each who has not signed. */
export async function signingSheet(context: RequestContext, filter: Listed): Promise<File> {
  const { rows, school: name } = await everybody(context, { ...filter, lacks: 'notice' }, 'sheet')
  const data = {
    school: name,
    unit: context.actor.unitName,
    on: dayInWords(context.today),
    title: noticeTitle,
    paragraphs: noticeParagraphs,
    people: rows.map(row => [row.branchName, row.name, row.studentNumber]),
  }
  const pdf = await context.typesetting.typeset(source, data)
  return new File([pdf as Uint8Array<ArrayBuffer>], `${noticeTitle}签收单 ${context.today}.pdf`, { type: 'application/pdf' })
}
