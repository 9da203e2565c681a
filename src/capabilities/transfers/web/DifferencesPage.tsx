import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type Key, useState } from 'react'
import { Anchor } from '../../../ui/Anchor.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { FilterBar, FilterSegments } from '../../../ui/FilterBar.tsx'
import { Foot } from '../../../ui/Foot.tsx'
import { type Columns, KeyedTable } from '../../../ui/KeyedTable.tsx'
import { useKeysetPage } from '../../../ui/keyset.ts'
import { Page } from '../../../ui/Page.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { useSession } from '../../../ui/session.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import type { DifferenceView } from '../contract.ts'
import { type DifferenceDecision, differenceDecisions, differenceNames, differenceStateNames, stateNames } from '../rules.ts'
import { transfersApi } from './client.ts'
import { DifferenceDialog, decisionWords } from './DifferenceDialog.tsx'
import { shortDay } from './days.ts'
import { filterFrom } from './filters.ts'
import { differenceRefusalWords } from './receipt-words.ts'
import { UnitFilter } from './TransferFilters.tsx'

const PAGE = 100

const Who = ({ row: { graduateId, name } }: { row: DifferenceView }) =>
  graduateId ? <Anchor href={`/transfers/${graduateId}`}>{name}</Anchor> : <span>{name}</span>

const stands = ({ state, reason, decidedName, decidedOn }: DifferenceView, today: string) =>
  [
    differenceStateNames[state],
    state !== 'agreed' && decidedName && `${decidedName} ${decidedOn ? shortDay(decidedOn, today) : ''}`.trim(),
    state !== 'agreed' && reason,
  ]
    .filter(Boolean)
    .join('，')

const columnsFor = (today: string): Columns<DifferenceView> => [
  { title: '姓名', width: 150, render: (_, row) => <Who row={row} /> },
  { title: '党支部', width: 150, ellipsis: true, render: (_, { branchName }) => branchName ?? '–' },
  { title: '哪里不一致', width: 178, render: (_, { kind }) => differenceNames[kind] },
  { title: '这里', ellipsis: true, render: (_, { ours }) => <span title={ours}>{ours}</span> },
  { title: '系统里', ellipsis: true, render: (_, { theirs }) => <span title={theirs}>{theirs}</span> },
  { title: '现在的状态', width: 116, render: (_, { caseState }) => (caseState ? stateNames[caseState] : '–') },
  { title: '发现', width: 76, render: (_, { foundOn }) => shortDay(foundOn, today) },
  { title: '怎么定', width: 140, ellipsis: true, render: (_, row) => <span title={stands(row, today)}>{stands(row, today)}</span> },
]

const useDecide = (onDone: (words: string) => void) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (asked: { rows: readonly DifferenceView[]; decision: DifferenceDecision; reason: string }) =>
      transfersApi.differences.decide.call({
        items: asked.rows.map(({ id, version }) => ({ id, version })),
        decision: asked.decision,
        reason: asked.reason,
      }),
    onSuccess: async ({ applied, rows }, { decision }) => {
      await queries.invalidateQueries({ queryKey: transfersApi.key() })
      if (applied) onDone(`${decisionWords[decision].button}：${rows.length} 条已定。`)
    },
    onError: () => void queries.invalidateQueries({ queryKey: transfersApi.key() }),
  })
}

type Chosen = { keys: readonly Key[]; onChange: (keys: Key[]) => void }

const Decide = ({ rows, chosen }: { rows: readonly DifferenceView[]; chosen: Chosen }) => {
  const [decision, setDecision] = useState<DifferenceDecision>()
  const decide = useDecide(() => {
    setDecision(undefined)
    chosen.onChange([])
  })
  const picked = rows.filter(({ id }) => chosen.keys.includes(id))
  const open = differenceDecisions.filter(each => picked.length > 0 && picked.every(({ can }) => can.includes(each)))
  const left = decide.data && !decide.data.applied ? decide.data.rows.filter(({ allowed }) => !allowed) : []
  return (
    <>
      <Foot
        chosen={`已选 ${picked.length} 条`}
        note={open.length === 0 ? '所选的没有共同的定法，请分开定' : open.includes('take') ? undefined : '其中有的没有哪一步能照系统改'}
      >
        <Button type="text" onClick={() => chosen.onChange([])}>
          取消选择
        </Button>
        {open.map((each, at) => (
          <Button key={each} type={at === 0 ? 'primary' : 'default'} onClick={() => setDecision(each)}>
            {decisionWords[each].button} {picked.length} 条
          </Button>
        ))}
      </Foot>
      {decision && (
        <DifferenceDialog
          decision={decision}
          rows={picked}
          busy={decide.isPending}
          problem={
            decide.error
              ? wordsOf(problemOf(decide.error), differenceRefusalWords)
              : left.map(({ name, reason }) => `${name}：${reason ? differenceRefusalWords[reason] : ''}`).join('')
          }
          onClose={() => setDecision(undefined)}
          onDecide={reason => decide.mutate({ rows: picked, decision, reason })}
        />
      )}
    </>
  )
}

const Listed = ({ cohortId }: { cohortId: string }) => {
  const { today, can } = useSession()
  const [search] = useUrlFilters()
  const page = useKeysetPage()
  const [keys, setKeys] = useState<Key[]>([])
  const { path } = filterFrom(search, cohortId)
  const decided = search.decided === 'yes'
  const input = { cohortId, path, decided, limit: PAGE, after: page.after }
  const found = useQuery(transfersApi.differences.list.queryOptions({ input, placeholderData: keepPreviousData }))
  const counts = useQuery(transfersApi.counts.queryOptions({ input: { cohortId, path } }))
  const rows = found.data?.rows ?? []
  const chosen = { keys, onChange: setKeys }
  return (
    <Page
      wide
      title="与党务系统不一致"
      crumbs={[{ label: '接转', href: '/transfers' }, { label: '与党务系统不一致' }]}
      note="导入系统结果时发现的，由人定：照系统登记、以这里为准，或请单位核实"
    >
      <FilterBar>
        <UnitFilter />
        <FilterSegments
          name="decided"
          label="定了没有"
          options={[
            { value: '', label: '待定', count: counts.data?.differences },
            { value: 'yes', label: '已定' },
          ]}
        />
      </FilterBar>
      {found.error && !found.data ? (
        <ErrorState title="清单没有读出来" next={wordsOf(problemOf(found.error))} onRetry={() => void found.refetch()} />
      ) : (
        <KeyedTable
          label="与党务系统不一致"
          rows={found.data?.rows}
          rowKey={({ id }) => id}
          columns={columnsFor(today)}
          line={row => ({
            name: `${row.name}：${differenceNames[row.kind]}`,
            title: row.name,
            aside: differenceStateNames[row.state],
            note: `${differenceNames[row.kind]}　这里 ${row.ours}　系统里 ${row.theirs}`,
            href: row.graduateId ? `/transfers/${row.graduateId}` : undefined,
          })}
          empty={
            <EmptyState title={decided ? '还没有定过的' : '没有待定的不一致'} next="导入党务系统办理结果时，与这里不同的会列在这里。" />
          }
          selection={!decided && can('transfers:handle') ? chosen : undefined}
          busy={found.isPlaceholderData}
          paging={found.data && { page, total: found.data.total, next: found.data.next, unit: '条' }}
        />
      )}
      {keys.length > 0 && <Decide rows={rows} chosen={chosen} />}
    </Page>
  )
}

/** What an imported list said otherwise, one row each, decided by a person. */
export const DifferencesPage = () => {
  const { cohort } = useSession()
  if (cohort) return <Listed cohortId={cohort.id} />
  return (
    <Page title="与党务系统不一致">
      <EmptyState title="还没有开启一届毕业生工作" />
    </Page>
  )
}
