import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import type { Key } from 'react'
import { useState } from 'react'
import { type Day, dayInWords } from '../../../kernel/day.ts'
import { Clause } from '../../../ui/Clause.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { ExportButton } from '../../../ui/ExportButton.tsx'
import { KeyedTable } from '../../../ui/KeyedTable.tsx'
import { useKeysetPage } from '../../../ui/keyset.ts'
import { StateTag } from '../../../ui/Mark.tsx'
import { Page } from '../../../ui/Page.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { useSession } from '../../../ui/session.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import { clauses } from '../../plans/rules.ts'
import type { DossierLine } from '../contract.ts'
import { problems, standings } from '../rules.ts'
import { dossiersApi } from './client.ts'
import { DossierFilters } from './DossierFilters.tsx'
import { DossiersFoot } from './DossiersFoot.tsx'
import { dossierColumns } from './dossierColumns.tsx'
import { StepDialog } from './StepDialog.tsx'
import { useUnitsBelow } from './UnitFilter.tsx'
import { type BatchStep, standingLooks } from './words.ts'
import './dossiers.css'

const PAGE = 50

/** What the URL asks for, as the contract names it. */
const useFilter = (cohortId: string) => {
  const [filters] = useUrlFilters()
  return {
    cohortId,
    unitId: filters.unit,
    search: filters.q,
    standing: standings.find(one => one === filters.standing),
    problem: problems.find(one => one === filters.problem),
    postponed: filters.postponed === '1' || undefined,
  }
}

const useChosen = (rows: readonly DossierLine[] | undefined) => {
  const [chosen, setChosen] = useState<ReadonlyMap<string, DossierLine>>(new Map())
  const choose = (keys: Key[]) => {
    const known = new Map([...chosen, ...(rows ?? []).map(row => [row.graduateId, row] as const)])
    setChosen(new Map(keys.flatMap(key => (known.has(String(key)) ? [[String(key), known.get(String(key))!] as const] : []))))
  }
  return { people: [...chosen.values()], keys: [...chosen.keys()], choose, clear: () => setChosen(new Map()) }
}

const noteOfLine = (row: DossierLine) =>
  [row.bag && `袋号 ${row.bag}`, `${row.contents.papers} 份 ${row.contents.pages} 页`, row.postponed && '暂不移交']
    .filter(Boolean)
    .join('，')

const Actions = ({ filter, total, mayEdit }: { filter: ReturnType<typeof useFilter>; total: number; mayEdit: boolean }) => {
  const router = useRouter()
  const below = useUnitsBelow()
  const { can } = useSession()
  const enter = () => router.history.push(filter.unitId ? `/dossiers/entry?unit=${filter.unitId}` : '/dossiers/entry')
  return (
    <>
      <ExportButton name="装档情况" disabled={total === 0} file={() => dossiersApi.export.call(filter)} />
      {below.length > 0 && <Button onClick={() => router.history.push('/dossiers/progress')}>各单位进度</Button>}
      {can('dossiers:hand-over') && <Button onClick={() => router.history.push('/dossiers/lists')}>移交清单</Button>}
      <Button onClick={() => router.history.push('/dossiers/scan')}>扫条码</Button>
      {mayEdit && (
        <Button type="primary" onClick={enter}>
          批量录入
        </Button>
      )}
    </>
  )
}

/** Members against the papers of 附件4: what each file lacks, and signing many at once. */
export const DossiersPage = () => {
  const { cohort, can } = useSession()
  const filter = useFilter(cohort?.id ?? '')
  const page = useKeysetPage()
  const below = useUnitsBelow()
  const found = useQuery(
    dossiersApi.list.queryOptions({
      input: { ...filter, after: page.after, limit: PAGE },
      enabled: cohort !== null,
      placeholderData: keepPreviousData,
    }),
  )
  const mayEdit = can('dossiers:edit')
  const rows = found.data?.rows
  const { people, keys, choose, clear } = useChosen(rows)
  const [step, setStep] = useState<BatchStep>()
  const counts = found.data?.counts
  return (
    <Page
      wide
      title="党员材料装档"
      note={
        counts && (
          <>
            <span>
              {counts.people} 人，封袋 {counts.checked + counts['handed-over'] + counts.received} 人，档案馆已接收 {counts.received} 人
              {found.data?.dueOn && `，${dayInWords(found.data.dueOn as Day)}前装档`}
            </span>
            <Clause id="C15" text={clauses.C15} />
          </>
        )
      }
      actions={cohort && <Actions filter={filter} total={found.data?.total ?? 0} mayEdit={mayEdit} />}
    >
      {cohort === null && <EmptyState title="还没有毕业届" next="党委组织部建好本届方案后，这里会列出要装档的党员。" />}
      {cohort && <DossierFilters counts={counts} problems={found.data?.problems ?? []} />}
      {found.error ? (
        <ErrorState title="装档情况没有读出来" next={wordsOf(problemOf(found.error))} onRetry={() => void found.refetch()} />
      ) : (
        cohort && (
          <KeyedTable
            label="党员材料装档"
            rows={rows}
            density="matrix"
            rowKey={({ graduateId }) => graduateId}
            columns={dossierColumns(found.data?.checklist ?? [], below.length > 0)}
            line={row => ({
              name: row.name,
              title: row.name,
              aside: <StateTag state={standingLooks[row.standing]} />,
              note: noteOfLine(row),
              href: `/dossiers/${row.graduateId}`,
            })}
            selection={mayEdit ? { keys, onChange: choose } : undefined}
            empty={<EmptyState title="这里没有人" next="换一个筛选条件，或清空搜索再看。" />}
            paging={{ page, total: found.data?.total ?? 0, next: found.data?.next ?? null, unit: '人' }}
            busy={found.isPlaceholderData}
          />
        )
      )}
      {people.length > 0 && <DossiersFoot people={people} onClear={clear} onStep={setStep} />}
      {step && <StepDialog step={step} graduateIds={keys} onClose={() => setStep(undefined)} onDone={clear} />}
    </Page>
  )
}
