import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { capabilityApi } from '../../../ui/api.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { ExportButton } from '../../../ui/ExportButton.tsx'
import { KeyedTable } from '../../../ui/KeyedTable.tsx'
import { useKeysetPage } from '../../../ui/keyset.ts'
import { Page } from '../../../ui/Page.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import type { auditContract } from '../contract.ts'
import { AuditFilters } from './AuditFilters.tsx'
import { AuditPager } from './AuditPager.tsx'
import { columnsOf, entryLine, type Names } from './entries.tsx'
import '../../../ui/pager.css'
import './audit.css'

const api = capabilityApi<typeof auditContract>('audit')
const PAGE = 50

/** Who did what to which subject, newest first. `names`: what other rooms call roles and units. */
export const AuditPage = ({ names, views }: { names: Names; views?: ReactNode }) => {
  const [filters, change] = useUrlFilters()
  const page = useKeysetPage()
  const filter = { verb: filters.verb, subjectKind: filters.kind, subjectId: filters.subject }
  const input = { ...filter, after: page.after, limit: PAGE }
  const list = useQuery(api.list.queryOptions({ input, placeholderData: keepPreviousData }))
  const log = list.data
  return (
    <Page
      title="审计日志"
      wide
      note={<span>从新到旧，只增不改。身份证号、手机等只记字段名，不记内容</span>}
      actions={<ExportButton name="审计日志" disabled={!log?.rows.length} file={() => api.export.call(filter)} />}
    >
      {views}
      <AuditFilters />
      {list.error && !log ? (
        <ErrorState title="日志没有读出来" next={wordsOf(problemOf(list.error))} onRetry={() => void list.refetch()} />
      ) : (
        <KeyedTable
          label="审计日志"
          rows={log?.rows}
          rowKey={({ id }) => id}
          columns={columnsOf(names, subject => change({ subject }))}
          line={entry => entryLine(entry, names)}
          busy={list.isPlaceholderData}
          empty={<EmptyState title="没有这样的记录" next="换一个筛选条件再看。" />}
        />
      )}
      {log && <AuditPager page={page} rowsHere={log.rows.length} next={log.next} />}
    </Page>
  )
}
