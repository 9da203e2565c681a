import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { type Day, dayInWords } from '../../../kernel/day.ts'
import { Clause } from '../../../ui/Clause.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { ExportButton } from '../../../ui/ExportButton.tsx'
import { useKeysetPage } from '../../../ui/keyset.ts'
import { Page } from '../../../ui/Page.tsx'
import { Pager } from '../../../ui/Pager.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useSession } from '../../../ui/session.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import { useNarrow } from '../../../ui/useMedia.ts'
import { clauses } from '../../plans/rules.ts'
import { standings } from '../rules.ts'
import { CertificateButton } from './CertificateButton.tsx'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { type Choice, summaryOf } from './cells.ts'
import { educationApi } from './client.ts'
import { MatrixFilters } from './MatrixFilters.tsx'
import { MatrixFoot } from './MatrixFoot.tsx'
import { MatrixLines } from './MatrixLines.tsx'
import { MatrixTable } from './MatrixTable.tsx'
import { NudgeDialog } from './NudgeDialog.tsx'
import { ReportsLine } from './ReportsPage.tsx'
import { useUnitsBelow } from './UnitFilter.tsx'
import '../../../ui/lines.css'
import './matrix.css'

const PAGE = 50
/** Those who are chosen; `{}` is everybody whom the filter shows. */
type Nudging = { graduateIds?: string[] } | null
const chosenPeople = (choice: Choice) => ({ graduateIds: [...new Set([...choice.values()].map(({ graduateId }) => graduateId))] })
const nothing: Choice = new Map()

const useMatrix = (cohortId: string) => {
  const [filters] = useUrlFilters()
  const page = useKeysetPage()
  const standing = standings.find(known => known === filters.standing)
  const filter = { cohortId, unitId: filters.unit, search: filters.q, lacks: filters.lacks, standing }
  const input = { ...filter, after: page.after, limit: PAGE }
  const found = useQuery(educationApi.matrix.queryOptions({ input, placeholderData: keepPreviousData, enabled: cohortId !== '' }))
  return { page, found, filter }
}

const none = <EmptyState title="这里没有人" next="换一个筛选条件，或清空搜索再看。" />
const unasked = <EmptyState title="这一届没有“五个一”要求" next="往届只办还没有了结的接转和学业，不再要求补“五个一”。" />

/** The five items of everybody in the unit: who lacks what, and confirming many at once. */
export const MatrixPage = ({ recentImports, views }: { recentImports?: ReactNode; views?: ReactNode }) => {
  const router = useRouter()
  const { cohort, can, today } = useSession()
  const { page, found, filter } = useMatrix(cohort?.id ?? '')
  const [choice, setChoice] = useState(nothing)
  const [asking, setAsking] = useState(false)
  const [nudging, setNudging] = useState<Nudging>(null)
  const narrow = useNarrow()
  const below = useUnitsBelow()
  const matrix = found.data
  const mayConfirm = can('education:confirm')
  const items = matrix?.items ?? []

  const note = matrix && (
    <>
      <span>
        {matrix.counts.all} 人，全部完成 {matrix.counts.complete} 人，
        {matrix.dueOn ? `${dayInWords(matrix.dueOn as Day)}离校前` : '离校前'}须人人完成
      </span>
      <Clause id="C2" text={clauses.C2} />
    </>
  )
  const shown = matrix && {
    rows: matrix.rows,
    items,
    today: today as Day,
    only: filter.lacks,
    choice: mayConfirm ? choice : undefined,
    onChoose: setChoice,
  }

  if (matrix?.items.length === 0)
    return (
      <Page title="五个一" crumbs={[{ label: '教育' }, { label: '五个一' }]}>
        {unasked}
      </Page>
    )
  return (
    <Page
      title="五个一"
      wide
      note={note}
      crumbs={[{ label: '教育' }, { label: '五个一' }]}
      actions={
        cohort && (
          <>
            <ExportButton name="五个一" disabled={!matrix?.total} file={() => educationApi.export.call(filter)} />
            {mayConfirm && Boolean(matrix?.counts.complete) && <CertificateButton asked={filter} />}
            {mayConfirm && (
              <Button disabled={!matrix?.total} title="给筛选出的、还没做完的人发站内消息" onClick={() => setNudging({})}>
                提醒
              </Button>
            )}
            {mayConfirm && <Button onClick={() => router.history.push('/education/import')}>导入参加记录</Button>}
            {below.length > 0 && <Button onClick={() => router.history.push('/education/progress')}>各单位进度</Button>}
          </>
        )
      }
    >
      {cohort && <ReportsLine cohortId={cohort.id} />}
      {recentImports}
      {cohort === null && <EmptyState title="还没有毕业届" next="党委组织部建好本届方案后，这里会列出全体毕业生党员。" />}
      {cohort && views}
      {cohort && <MatrixFilters items={items} counts={matrix?.counts} choosing={mayConfirm} />}
      {found.error && !matrix && (
        <ErrorState title="五个一没有读出来" next={wordsOf(problemOf(found.error))} onRetry={() => void found.refetch()} />
      )}
      {!shown && !found.error && cohort && <Skeleton lines={10} />}
      {shown && shown.rows.length === 0 && none}
      {shown && shown.rows.length > 0 && (
        <div className={found.isPlaceholderData ? 'table-busy' : undefined} aria-busy={found.isPlaceholderData}>
          {narrow ? <MatrixLines {...shown} /> : <MatrixTable {...shown} total={matrix.counts.all} />}
        </div>
      )}
      {matrix && <Pager page={page} rowsHere={matrix.rows.length} total={matrix.total} unit="人" next={matrix.next} />}
      {choice.size > 0 && (
        <MatrixFoot
          summary={summaryOf(choice)}
          items={items}
          onClear={() => setChoice(nothing)}
          onNudge={() => setNudging(chosenPeople(choice))}
          onConfirm={() => setAsking(true)}
        />
      )}
      {nudging && <NudgeDialog asked={{ ...filter, ...nudging }} onClose={() => setNudging(null)} />}
      {asking && (
        <ConfirmDialog
          choice={choice}
          items={items}
          rows={matrix?.rows ?? []}
          onClose={() => setAsking(false)}
          onDone={() => setChoice(nothing)}
        />
      )}
    </Page>
  )
}
