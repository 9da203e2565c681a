import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Anchor } from '../../../ui/Anchor.tsx'
import { Copyable } from '../../../ui/Copyable.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { ExportButton } from '../../../ui/ExportButton.tsx'
import { FilterBar } from '../../../ui/FilterBar.tsx'
import { type Columns, KeyedTable } from '../../../ui/KeyedTable.tsx'
import { useKeysetPage } from '../../../ui/keyset.ts'
import { Mark } from '../../../ui/Mark.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Pager } from '../../../ui/Pager.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useSession } from '../../../ui/session.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import type { UnprovenRow } from '../contract.ts'
import { callOutcomeNames } from '../rules.ts'
import { CallDialog } from './CallDialog.tsx'
import { transfersApi } from './client.ts'
import { shortDay } from './days.ts'
import { filterFrom } from './filters.ts'
import { dictionaryHref } from './receipt-words.ts'
import { UnitFilter } from './TransferFilters.tsx'
import './desk.css'
import './receipts.css'

const PAGE = 100

const lastWords = ({ lastCall, calls }: UnprovenRow, today: string) =>
  lastCall ? `${shortDay(lastCall.on, today)} ${callOutcomeNames[lastCall.outcome]}${calls > 1 ? `，共 ${calls} 次` : ''}` : '还没有打过'

type ActsProps = { row: UnprovenRow; onCall: () => void }

/** With a call that proves it, or a picture that waits, the case is the next thing to open. */
const Acts = ({ row, onCall }: ActsProps) => (
  <span className="call-acts">
    {row.can.includes('call') && (
      <button type="button" className="link" onClick={onCall}>
        记一次回拨
      </button>
    )}
    {row.can.includes('accept') && (row.lastCall?.proves || row.pictures > 0) && <Anchor href={`/transfers/${row.id}`}>去登记接收</Anchor>}
  </span>
)

const columnsFor = (today: string, onCall: (row: UnprovenRow) => void): Columns<UnprovenRow> => [
  { title: '姓名', width: 96, render: (_, { id, name }) => <Anchor href={`/transfers/${id}`}>{name}</Anchor> },
  { title: '党支部', ellipsis: true, render: (_, { branchName }) => branchName },
  { title: '介绍信、编号', width: 200, render: (_, { letterNumber, serial }) => letterNumber ?? serial ?? '–' },
  { title: '预计收到', width: 92, render: (_, { since }) => shortDay(since, today) },
  { title: '已等', width: 72, align: 'right', render: (_, { days }) => `${days} 天` },
  {
    title: '最近一次回拨',
    width: 220,
    render: (_, row) => (
      <>
        {lastWords(row, today)}
        {row.pictures > 0 && (
          <Mark tone="ochre" glyph="q3">
            有照片待核
          </Mark>
        )}
      </>
    ),
  },
  { title: '', key: 'acts', width: 170, render: (_, row) => <Acts row={row} onCall={() => onCall(row)} /> },
]

const Receiver = ({ row: { addressee, receiver }, count }: { row: UnprovenRow; count: number }) => (
  <header>
    <h2>{addressee || '没有写接收党组织'}</h2>
    {receiver?.phone ? (
      <span>
        <Copyable text={receiver.phone} />
      </span>
    ) : (
      <span className="second">
        {receiver ? '抬头库里没有电话' : '抬头库里没有这个党组织'}，<Anchor href={dictionaryHref(receiver, addressee)}>去补全</Anchor>
      </span>
    )}
    {receiver?.contact && <span className="second">联系人 {receiver.contact}</span>}
    {receiver?.doubt === 'doubted' && (
      <Mark tone="red" glyph="q3">
        号码待核
      </Mark>
    )}
    <span className="second">{count} 人</span>
  </header>
)

type GroupsProps = { rows: readonly UnprovenRow[]; today: string; onCall: (row: UnprovenRow) => void }

const Groups = ({ rows, today, onCall }: GroupsProps) =>
  [...Map.groupBy(rows, ({ addressee }) => addressee)].map(([addressee, group]) => (
    <section key={addressee} className="receiver-group" aria-label={addressee}>
      <Receiver row={group[0]!} count={group.length} />
      <KeyedTable
        label={`${addressee}：待回拨`}
        rows={group}
        rowKey={({ id }) => id}
        columns={columnsFor(today, onCall)}
        line={row => ({
          name: row.name,
          title: row.name,
          aside: `${row.days} 天`,
          note: [row.letterNumber ?? row.serial, lastWords(row, today)].filter(Boolean).join('　'),
          href: `/transfers/${row.id}`,
        })}
        empty={null}
      />
    </section>
  ))

const Listed = ({ cohortId }: { cohortId: string }) => {
  const { today } = useSession()
  const [search] = useUrlFilters()
  const page = useKeysetPage()
  const [calling, setCalling] = useState<UnprovenRow>()
  const { path } = filterFrom(search, cohortId)
  const found = useQuery(
    transfersApi.calls.list.queryOptions({ input: { cohortId, path, limit: PAGE, after: page.after }, placeholderData: keepPreviousData }),
  )
  const { data } = found
  return (
    <Page
      wide
      title="待回拨"
      crumbs={[{ label: '接转', href: '/transfers' }, { label: '待回拨' }]}
      note={data && `${data.total} 人，过了方案的天数还没有回执或接收凭据`}
      actions={<ExportButton name="待回拨清单" disabled={!data?.total} file={() => transfersApi.calls.export.call({ cohortId, path })} />}
    >
      <FilterBar>
        <UnitFilter />
      </FilterBar>
      {found.error && !data && (
        <ErrorState title="清单没有读出来" next={wordsOf(problemOf(found.error))} onRetry={() => void found.refetch()} />
      )}
      {!found.error && !data && <Skeleton lines={10} />}
      {data?.rows.length === 0 && !page.after && (
        <EmptyState title="现在没有要打的电话" next="介绍信或系统转接过了方案的天数还没有凭据的，会列在这里。" />
      )}
      {data && <Groups rows={data.rows} today={today} onCall={setCalling} />}
      {data && data.rows.length > 0 && <Pager page={page} total={data.total} next={data.next} unit="人" rowsHere={data.rows.length} />}
      {calling && (
        <CallDialog
          id={calling.id}
          name={calling.name}
          letterNumber={calling.letterNumber ?? calling.serial}
          addressee={calling.addressee}
          receiver={data?.rows.find(({ id }) => id === calling.id)?.receiver ?? calling.receiver}
          onClose={() => setCalling(undefined)}
        />
      )}
    </Page>
  )
}

/** Whom to call, by receiver: one number, all of its people. */
export const CallsPage = () => {
  const { cohort } = useSession()
  if (cohort) return <Listed cohortId={cohort.id} />
  return (
    <Page title="待回拨">
      <EmptyState title="还没有开启一届毕业生工作" action={<Button href="/plan">去看方案</Button>} />
    </Page>
  )
}
