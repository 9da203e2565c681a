import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { type Chosen, countOf, nothing } from '../../../ui/chosen.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { Foot } from '../../../ui/Foot.tsx'
import { Page } from '../../../ui/Page.tsx'
import { problemOf } from '../../../ui/problem.ts'
import { useSession } from '../../../ui/session.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import { useNarrow } from '../../../ui/useMedia.ts'
import type { RosterFilter } from '../contract.ts'
import { BatchDialog } from './BatchDialog.tsx'
import { rosterApi } from './client.ts'
import { DuplicatesLine } from './DuplicatesLine.tsx'
import { ExportDialog } from './ExportDialog.tsx'
import { filterFrom, listQuery, NAMES } from './filters.ts'
import { LedgerLines } from './LedgerLines.tsx'
import { LedgerTable } from './LedgerTable.tsx'
import { PrivateList } from './PrivateList.tsx'
import { RosterFilters } from './RosterFilters.tsx'
import { rosterProblemWords } from './words.ts'
import './roster.css'

const STILL_MS = 30_000

const Actions = ({ filter, total }: { filter: RosterFilter; total: number | undefined }) => {
  const { can } = useSession()
  const router = useRouter()
  const [exporting, setExporting] = useState(false)
  return (
    <>
      <Button disabled={!total} onClick={() => setExporting(true)}>
        导出
      </Button>
      {can('roster:import') && <Button onClick={() => router.history.push('/roster/compare')}>与党务系统比对</Button>}
      {can('roster:import') && (
        <Button type="primary" onClick={() => router.history.push('/roster/import')}>
          导入名册
        </Button>
      )}
      {exporting && <ExportDialog filter={filter} total={total ?? 0} onClose={() => setExporting(false)} />}
    </>
  )
}

const Empty = ({ filtered }: { filtered: boolean }) => {
  const { can } = useSession()
  const [, change] = useUrlFilters()
  const clear = () => change(Object.fromEntries(NAMES.map(name => [name, undefined])))
  if (filtered) return <EmptyState title="没有符合条件的人" action={<Button onClick={clear}>清除条件</Button>} />
  return (
    <EmptyState
      title="名册还是空的"
      next={can('roster:import') ? '请点“导入名册”，选择填好的附件1。' : '由支部或总支导入后，这里会列出毕业生党员。'}
    />
  )
}

type ChosenFootProps = { filter: RosterFilter; total: number; chosen: Chosen; onChosen: (chosen: Chosen) => void }

const ChosenFoot = ({ filter, total, chosen, onChosen }: ChosenFootProps) => {
  const [changing, setChanging] = useState(false)
  const count = countOf(chosen, total)
  if (count === 0) return null
  return (
    <>
      <Foot chosen={`已选 ${count} 人`} note={chosen.all && '当前条件下的全部'}>
        <Button onClick={() => onChosen(nothing)}>取消选择</Button>
        <Button type="primary" onClick={() => setChanging(true)}>
          批量修改 {count} 人
        </Button>
      </Foot>
      {changing && (
        <BatchDialog filter={filter} chosen={chosen} count={count} onClose={() => setChanging(false)} onDone={() => onChosen(nothing)} />
      )}
    </>
  )
}

type ListProps = { cohortId: string; recentImports: ReactNode; views: ReactNode }

const List = ({ cohortId, recentImports, views }: ListProps) => {
  const [search] = useUrlFilters()
  const { can } = useSession()
  const narrow = useNarrow()
  const [privately, setPrivately] = useState('')
  const [chosen, setChosen] = useState<{ of: string; chosen: Chosen }>({ of: '', chosen: nothing })
  const filter = filterFrom(search, cohortId)
  const whole = useQuery(rosterApi.counts.queryOptions({ input: { cohortId }, staleTime: STILL_MS }))
  const counts = useQuery(
    rosterApi.counts.queryOptions({
      input: { cohortId, ...(filter.path && { path: filter.path }) },
      placeholderData: keepPreviousData,
      staleTime: STILL_MS,
    }),
  )
  const head = useQuery(
    rosterApi.list.queryOptions({ input: { ...filter, limit: 100 }, placeholderData: keepPreviousData, staleTime: STILL_MS }),
  )
  const query = listQuery(search)
  // Who was chosen under other conditions is not chosen any more.
  const here = chosen.of === query ? chosen.chosen : nothing
  const onChosen = (next: Chosen) => setChosen({ of: query, chosen: next })
  const total = head.data?.total
  const filtered = Object.keys(filter).length > 1
  const shown = { filter, total: total ?? 0, query, ...(can('roster:edit') && { selection: { chosen: here, onChange: onChosen } }) }
  const body = () => {
    if (privately) return <PrivateList filter={{ ...filter, search: privately }} />
    if (head.error)
      return <ErrorState title="名册没有读出来" next={rosterProblemWords(problemOf(head.error))} onRetry={() => void head.refetch()} />
    if (total === 0) return <Empty filtered={filtered} />
    return narrow ? <LedgerLines {...shown} /> : <LedgerTable {...shown} />
  }
  return (
    <Page
      wide
      title="名册"
      note={whole.data && `${whole.data.total} 名毕业生党员，${whole.data.branches.length} 个支部`}
      actions={<Actions filter={privately ? { ...filter, search: privately } : filter} total={total} />}
    >
      {recentImports}
      <DuplicatesLine cohortId={cohortId} />
      {views}
      <RosterFilters counts={counts.data} whole={whole.data} privately={privately} onPrivately={setPrivately} />
      {body()}
      {!privately && <ChosenFoot filter={filter} total={total ?? 0} chosen={here} onChosen={onChosen} />}
    </Page>
  )
}

type RosterPageProps = { recentImports?: ReactNode /** Saved views of this list. */; views?: ReactNode }

/** The graduating members of the reader's units; what stands in the URL is what is shown and exported. */
export const RosterPage = ({ recentImports, views }: RosterPageProps) => {
  const { cohort } = useSession()
  if (cohort) return <List cohortId={cohort.id} recentImports={recentImports} views={views} />
  return (
    <Page title="名册">
      <EmptyState title="还没有开启一届毕业生工作" next="请由组织部在“方案”里建立本届，名册随后可以导入。" />
    </Page>
  )
}
