import { OFFICE_ZONE } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { everyRow } from '../../kernel/paging.ts'
import { listWorkbook } from '../../platform/spreadsheets/index.ts'
import { type ScopedContext, unitsOf } from '../orgs/index.ts'
import { subjectWords, verbWords, wordIn } from './rules.ts'
import { entries } from './store.ts'

/** Of the request what the log needs; who acts is known to a room beside this one. */
export interface AuditContext extends ScopedContext {
  actor: { name: string }
  within<T>(work: (context: ScopedContext) => Promise<T>): Promise<T>
}

/** The newest: an older time is asked for by its own filter, or read in the archive. */
const MOST_ENTRIES = 50_000

type Asked = { verb?: string | undefined; subjectKind?: string | undefined; subjectId?: string | undefined }
type Entry = Awaited<ReturnType<typeof entries>>[number]

/** What a room beside this one calls the roles; told by `src/app`. */
let roleWords: Readonly<Record<string, string>> = {}
export const callRoles = (names: Readonly<Record<string, string>>): void => {
  roleWords = names
}

const inChina = new Intl.DateTimeFormat('sv-SE', { timeZone: OFFICE_ZONE, dateStyle: 'short', timeStyle: 'medium' })
const said = (values: unknown) => (values === null ? '' : JSON.stringify(values))

const columnsOf = (units: ReadonlyMap<string, string>) => [
  { header: '时间', width: 20, cell: ({ at }: Entry) => inChina.format(at) },
  { header: '操作人', cell: ({ actorName }: Entry) => actorName },
  { header: '职务', cell: ({ role }: Entry) => roleWords[role] ?? role },
  { header: '操作', cell: ({ verb }: Entry) => wordIn(verbWords, verb) },
  { header: '对象', cell: ({ subjectKind }: Entry) => wordIn(subjectWords, subjectKind) },
  { header: '对象编号', width: 20, cell: ({ subjectId }: Entry) => subjectId },
  { header: '范围', cell: ({ path }: Entry) => units.get(path) ?? path },
  { header: '变动前', width: 40, align: 'left' as const, cell: ({ before }: Entry) => said(before) },
  { header: '变动后', width: 40, align: 'left' as const, cell: ({ after }: Entry) => said(after) },
]

export async function exportedEntries(context: AuditContext, filter: Asked): Promise<File> {
  const { rows, units } = await context.within(async ({ trx, scope, record }) => {
    const found = await everyRow<Entry, string>(async (after, limit) => {
      const page = await entries(trx, scope, { ...filter, after, limit })
      return { rows: page, last: page.at(-1)?.id }
    }, MOST_ENTRIES)
    record({ kind: 'export', id: newId(), path: scope.path, after: { list: 'audit', ...filter, count: found.length } })
    const all = await unitsOf(trx, { ...scope, path: '/', pathEnd: '0' })
    return { rows: found, units: new Map(all.map(({ path, name }) => [path, name])) }
  })
  const notes = rows.length === MOST_ENTRIES ? ['只含最近的 50,000 条'] : []
  return listWorkbook({ name: '审计日志', by: context.actor.name, on: context.today, notes, columns: columnsOf(units), rows })
}
