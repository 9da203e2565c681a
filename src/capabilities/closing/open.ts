/** The people who have nowhere to stand yet. */
import { newId } from '../../kernel/ids.ts'
import { everyRow } from '../../kernel/paging.ts'
import { listWorkbook } from '../../platform/spreadsheets/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { graduatesByIds } from '../roster/index.ts'
import { escalationsOn, keepersOf, listTransfers } from '../transfers/index.ts'
import { escalatedOn, escalationNames, lampNames, shownStateNames, sideNames, termNames } from '../transfers/rules.ts'
import type { OpenPerson } from './contract.ts'
import { nextSteps, type OpenTerm, openTerms } from './rules.ts'

export type OpenFilter = { cohortId: string; path?: string | undefined; term?: OpenTerm | undefined }
type Key = readonly [due: string, pinyin: string, id: string]

/** The earliest due first, and so the overdue. */
export async function openPeople(context: RequestContext, { term, ...filter }: OpenFilter & { after?: Key | undefined; limit: number }) {
  const { rows, total, next } = await listTransfers(context, { ...filter, terms: term ? [term] : openTerms })
  const { trx, scope, today } = context
  const ids = rows.map(({ graduateId }) => graduateId)
  const people = ids.length ? await graduatesByIds(trx, scope, ids) : []
  const responsible = new Map(people.map(({ id, responsibleName }) => [id, responsibleName]))
  const kept = await keepersOf(trx, scope, ids)
  const reached = await escalationsOn(trx, scope, ids, today)
  const shown = rows.map(
    (row): OpenPerson => ({
      graduateId: row.graduateId,
      transferId: row.id,
      name: row.name,
      studentNumber: row.studentNumber,
      branchName: row.branchName,
      path: row.path,
      term: row.term as OpenTerm,
      state: row.state,
      // What a dissolved branch would do, its 总支 does.
      owner: row.owner === 'branch' && kept.has(row.graduateId) ? 'secondary' : row.owner,
      responsible: kept.get(row.graduateId)?.name ?? (kept.has(row.graduateId) ? null : (responsible.get(row.graduateId) ?? null)),
      keptBy: kept.get(row.graduateId)?.unitName ?? null,
      escalated: escalatedOn(reached.get(row.graduateId) ?? [], today)?.level ?? null,
      dueOn: row.dueOn,
      overdue: row.overdue,
      lamps: row.lamps,
    }),
  )
  return { rows: shown, total, next }
}

const text = (header: string, cell: (row: OpenPerson) => string | null) => ({ header, cell: (row: OpenPerson) => cell(row) ?? '' })

const columns = [
  text('学号', row => row.studentNumber),
  text('姓名', row => row.name),
  text('党支部', row => row.branchName),
  text('归入', row => termNames[row.term]),
  text('状态', row => (row.state ? shownStateNames[row.state] : shownStateNames['to-fill'])),
  text('该谁办', row => sideNames[row.owner ?? 'member']),
  text('责任老师', row => row.responsible),
  text('转交', row => row.keptBy),
  text('已升级至', row => row.escalated && escalationNames[row.escalated]),
  text('下一步', row => nextSteps[row.state ?? 'to-fill']),
  text('期限', row => row.dueOn),
  text('逾期', row => (row.overdue ? '是' : '')),
  text('提醒', row => row.lamps.map(lamp => lampNames[lamp]).join('、')),
]

export async function exportedOpen(context: RequestContext, filter: OpenFilter): Promise<File> {
  const rows = await context.within(async inside => {
    const found = await everyRow<OpenPerson, Key>(async (after, limit) => {
      const { rows: page, next } = await openPeople(inside, { ...filter, after, limit })
      return { rows: page, last: next === null ? undefined : (JSON.parse(next) as unknown as Key) }
    })
    inside.record({ kind: 'export', id: newId(), path: inside.scope.path, after: { list: 'closing', ...filter, rows: found.length } })
    return found
  })
  return listWorkbook({ name: '谁还没有着落', by: context.actor.name, on: context.today, columns, rows })
}
