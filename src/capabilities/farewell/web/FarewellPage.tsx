import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { type Key, useState } from 'react'
import { Anchor } from '../../../ui/Anchor.tsx'
import { Clause } from '../../../ui/Clause.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { ExportButton } from '../../../ui/ExportButton.tsx'
import { FilterBar, FilterSearch, FilterSegments } from '../../../ui/FilterBar.tsx'
import { Foot } from '../../../ui/Foot.tsx'
import { type Columns, KeyedTable } from '../../../ui/KeyedTable.tsx'
import { useKeysetPage } from '../../../ui/keyset.ts'
import { Page } from '../../../ui/Page.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { saveFile } from '../../../ui/saveFile.ts'
import { useSession } from '../../../ui/session.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import { clauses } from '../../plans/rules.ts'
import type { FarewellRow } from '../contract.ts'
import { type FarewellKind, farewellKinds, kindNames } from '../rules.ts'
import { farewellApi } from './client.ts'
import { RecordCell } from './RecordCell.tsx'
import { RecordDialog } from './RecordDialog.tsx'
import './farewell.css'

const PAGE = 50

const columnsFor = (mayRecord: boolean): Columns<FarewellRow> => [
  { title: '姓名', width: 150, render: (_, { graduateId, name }) => <Anchor href={`/roster/${graduateId}`}>{name}</Anchor> },
  { title: '学号', width: 150, render: (_, { studentNumber }) => studentNumber },
  { title: '党支部', ellipsis: true, render: (_, { branchName }) => branchName },
  ...farewellKinds.map(kind => ({
    title: kindNames[kind],
    width: 180,
    render: (_: unknown, row: FarewellRow) => <RecordCell record={row[kind]} name={row.name} mayRevoke={mayRecord && !row.own} />,
  })),
  { title: '谈话人', width: 140, ellipsis: true, render: (_, { talk }) => talk?.by ?? '–' },
]

const SheetButton = ({ filter, disabled }: { filter: Parameters<typeof farewellApi.sheet.call>[0]; disabled: boolean }) => {
  const { message } = App.useApp()
  const sheet = useMutation({
    mutationFn: () => farewellApi.sheet.call(filter),
    onSuccess: file => saveFile(file, '组织关系转接告知书签收单.pdf'),
    onError: error => void message.error(wordsOf(problemOf(error))),
  })
  return (
    <Button disabled={disabled} loading={sheet.isPending} onClick={() => sheet.mutate()}>
      打印告知书
    </Button>
  )
}

/** Who has read the notice and been talked to before leaving; signed papers and talks are recorded one or many at once. */
export const FarewellPage = () => {
  const { cohort, can } = useSession()
  const [filters] = useUrlFilters()
  const page = useKeysetPage()
  const [chosen, setChosen] = useState<ReadonlyMap<string, FarewellRow>>(new Map())
  const [asking, setAsking] = useState<FarewellKind>()
  const lacks = farewellKinds.find(kind => kind === filters.lacks)
  const filter = { cohortId: cohort?.id ?? '', search: filters.q, lacks }
  const found = useQuery(
    farewellApi.list.queryOptions({
      input: { ...filter, after: page.after, limit: PAGE },
      enabled: cohort !== null,
      placeholderData: keepPreviousData,
    }),
  )
  const mayRecord = can('education:confirm')
  const rows = found.data?.rows
  const counts = found.data?.counts
  const choose = (keys: Key[]) => {
    const known = new Map([...chosen, ...(rows ?? []).map(row => [row.graduateId, row] as const)])
    setChosen(new Map(keys.flatMap(key => (known.has(String(key)) ? [[String(key), known.get(String(key))!] as const] : []))))
  }
  const people = [...chosen.values()]
  const without = (kind: FarewellKind) => people.filter(row => row[kind] === null && !row.own)
  return (
    <Page
      wide
      title="离校教育"
      note={
        counts && (
          <>
            <span>
              {counts.people} 人要离校，签收告知书 {counts.notice} 人，谈话 {counts.talk} 人
            </span>
            <Clause id="C11" text={clauses.C11} />
          </>
        )
      }
      actions={
        <>
          {mayRecord && <SheetButton filter={filter} disabled={!counts || counts.notice === counts.people} />}
          <ExportButton name="离校教育" disabled={!found.data?.total} file={() => farewellApi.export.call(filter)} />
        </>
      }
    >
      <FilterBar>
        <FilterSearch name="q" placeholder="姓名、拼音、学号" />
        <FilterSegments
          name="lacks"
          label="还缺"
          options={[
            { value: '', label: '全部', count: counts?.people },
            { value: 'notice', label: '缺告知书', count: counts && counts.people - counts.notice },
            { value: 'talk', label: '缺谈话', count: counts && counts.people - counts.talk },
          ]}
        />
      </FilterBar>
      {found.error ? (
        <ErrorState title="离校教育没有读出来" next={wordsOf(problemOf(found.error))} onRetry={() => void found.refetch()} />
      ) : (
        <KeyedTable
          label="离校教育"
          rows={rows}
          rowKey={({ graduateId }) => graduateId}
          columns={columnsFor(mayRecord)}
          line={row => ({
            name: row.name,
            title: row.name,
            note: farewellKinds.map(kind => `${kindNames[kind]}${row[kind] ? ` ${row[kind].onDay}` : '还没有'}`).join('，'),
          })}
          selection={mayRecord ? { keys: [...chosen.keys()], onChange: choose } : undefined}
          empty={<EmptyState title="这里没有人" next={lacks ? '这一项人人都有了。' : '名册导入后，要离校的毕业生党员会列在这里。'} />}
          paging={{ page, total: found.data?.total ?? 0, next: found.data?.next ?? null, unit: '人' }}
          busy={found.isPlaceholderData}
        />
      )}
      {people.length > 0 && (
        <Foot
          chosen={`已选 ${people.length} 人`}
          note={`缺告知书 ${without('notice').length} 人，缺谈话 ${without('talk').length} 人；已有的不会重复登记`}
        >
          <Button type="text" onClick={() => setChosen(new Map())}>
            取消选择
          </Button>
          <Button disabled={without('notice').length === 0} onClick={() => setAsking('notice')}>
            登记纸质签收 {without('notice').length} 人
          </Button>
          <Button type="primary" disabled={without('talk').length === 0} onClick={() => setAsking('talk')}>
            登记谈话 {without('talk').length} 人
          </Button>
        </Foot>
      )}
      {asking && (
        <RecordDialog kind={asking} people={without(asking)} onClose={() => setAsking(undefined)} onDone={() => setChosen(new Map())} />
      )}
    </Page>
  )
}
