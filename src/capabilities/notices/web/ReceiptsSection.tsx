import { Button } from 'antd'
import { useState } from 'react'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { ExportButton } from '../../../ui/ExportButton.tsx'
import { FilterBar, FilterSegments } from '../../../ui/FilterBar.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Section } from '../../../ui/Section.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import type { DutyView, NoticeView, ReceiptRow, ReceiptTable, WorkView } from '../contract.ts'
import { ChaseDialog } from './ChaseDialog.tsx'
import { noticesApi } from './client.ts'
import { ReasonDialog } from './ReasonDialog.tsx'
import { ReceiptsTable } from './ReceiptsTable.tsx'
import { useAct, useReceipts } from './useNotice.ts'
import { WorkDialog } from './WorkDialog.tsx'
import { withdrawRefusalWords, workRefusalWords } from './words.ts'

const shows = {
  unacknowledged: (row: ReceiptRow) => row.acknowledged === null,
  undone: (row: ReceiptRow) => row.works.some(({ may, standing }) => standing === 'late' || may.length > 0 || standing === 'open'),
} as const
type Show = keyof typeof shows

const rowsFor = ({ rows }: ReceiptTable, show: string | undefined) => {
  const test = shows[show as Show] as ((row: ReceiptRow) => boolean) | undefined
  return test ? rows.filter(test) : rows
}

type Asked =
  | { what: 'chase'; unitIds?: string[] }
  | { what: 'work'; row: ReceiptRow; duty: DutyView; work: WorkView }
  | { what: 'withdraw'; duty: DutyView }

const WithdrawDuty = ({ duty, onClose }: { duty: DutyView; onClose: () => void }) => {
  const withdraw = useAct(
    (reason: string) => noticesApi.withdrawDuty.call({ id: duty.id, version: duty.version, reason }),
    '任务已撤销，各单位收到消息',
    withdrawRefusalWords,
    onClose,
  )
  return (
    <ReasonDialog
      title="撤销任务"
      what={`“${duty.words}”不用再办，已报的完成留着。各单位会收到消息和原因。`}
      label="原因"
      act="撤销任务"
      danger
      busy={withdraw.isPending}
      onClose={onClose}
      onAct={reason => withdraw.mutate(reason)}
    />
  )
}

/** Everything that was reported and nobody has noted. */
const NoteAll = ({ id, table }: { id: string; table: ReceiptTable }) => {
  const works = table.rows.flatMap(row => row.works).filter(({ may }) => may.includes('note'))
  const note = useAct(
    () => noticesApi.note.call({ id, works: works.map(({ dutyId, unitId, version }) => ({ dutyId, unitId, version })) }),
    `${works.length} 项已阅`,
    workRefusalWords,
  )
  if (works.length === 0) return null
  return (
    <Button loading={note.isPending} onClick={() => note.mutate(undefined)}>
      全部已阅 {works.length}
    </Button>
  )
}

const noteOf = ({ counts }: ReceiptTable) =>
  [
    `${counts.acknowledged}/${counts.units} 个单位已签收`,
    counts.works > 0 && `任务完成 ${counts.done}/${counts.works}`,
    counts.late > 0 && `逾期 ${counts.late}`,
  ]
    .filter(Boolean)
    .join('，')

const Filters = ({ table }: { table: ReceiptTable }) => (
  <FilterBar>
    <FilterSegments
      name="units"
      label="单位"
      options={[
        { value: '', label: '全部', count: table.rows.length },
        { value: 'unacknowledged', label: '未签收', count: rowsFor(table, 'unacknowledged').length },
        ...(table.duties.length > 0 ? [{ value: 'undone', label: '任务未了', count: rowsFor(table, 'undone').length }] : []),
      ]}
    />
  </FilterBar>
)

const Asking = ({ id, asked, onClose }: { id: string; asked: Asked; onClose: () => void }) => {
  if (asked.what === 'chase') return <ChaseDialog asked={{ id, unitIds: asked.unitIds }} onClose={onClose} />
  if (asked.what === 'withdraw') return <WithdrawDuty duty={asked.duty} onClose={onClose} />
  return <WorkDialog noticeId={id} unit={asked.row.name} duty={asked.duty} work={asked.work} onClose={onClose} />
}

/** Who has it, who has acknowledged, how far each is: of what the reader's own unit sent out. */
export const ReceiptsSection = ({ view: { id, follows, state } }: { view: NoticeView }) => {
  const [filters] = useUrlFilters()
  const found = useReceipts(id, follows)
  const [asked, setAsked] = useState<Asked>()
  const table = found.data
  if (!follows) return null
  return (
    <Section
      title={table?.level === 'branch' ? '支部签收和任务' : '签收记录'}
      note={table && noteOf(table)}
      extra={
        table && (
          <>
            <NoteAll id={id} table={table} />
            {state === 'issued' && <Button onClick={() => setAsked({ what: 'chase' })}>催办</Button>}
            <ExportButton name="通知签收记录" file={() => noticesApi.sheet.call({ id })} />
          </>
        )
      }
    >
      {found.error && !table && (
        <ErrorState title="签收记录没有读出来" next={wordsOf(problemOf(found.error))} onRetry={() => void found.refetch()} />
      )}
      {!table && !found.error && <Skeleton lines={6} />}
      {table && (
        <>
          <Filters table={table} />
          <ReceiptsTable
            table={table}
            rows={rowsFor(table, filters.units)}
            onWork={(row, duty, work) => setAsked({ what: 'work', row, duty, work })}
            onChase={row => setAsked({ what: 'chase', unitIds: [row.unitId] })}
            onWithdraw={duty => setAsked({ what: 'withdraw', duty })}
          />
        </>
      )}
      {asked && <Asking id={id} asked={asked} onClose={() => setAsked(undefined)} />}
    </Section>
  )
}
