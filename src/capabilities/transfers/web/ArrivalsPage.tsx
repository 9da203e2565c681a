import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { FilterBar, FilterSegments } from '../../../ui/FilterBar.tsx'
import { type Columns, KeyedTable } from '../../../ui/KeyedTable.tsx'
import { useKeysetPage } from '../../../ui/keyset.ts'
import { Mark } from '../../../ui/Mark.tsx'
import { Page } from '../../../ui/Page.tsx'
import type { Tone } from '../../../ui/palette.ts'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import { membershipNames } from '../../roster/rules.ts'
import type { ArrivalView } from '../contract.ts'
import { type ArrivalState, arrivalStateNames, arrivalStates } from '../rules.ts'
import { ArrivalDialog } from './ArrivalDialog.tsx'
import { transfersApi } from './client.ts'
import { monthInWords } from './days.ts'

const PAGE = 50
const sexes = { male: '男', female: '女' } as const
const tones: Record<ArrivalState, Tone> = { waiting: 'ochre', accepted: 'green', refused: 'red', withdrawn: 'grey' }

const glyphOf = (state: ArrivalState) => (state === 'waiting' ? 'q2' : 'solid')

const State = ({ state, decidedOn, reason, overtaken }: ArrivalView) => (
  <>
    <Mark tone={tones[state]} glyph={glyphOf(state)}>
      {arrivalStateNames[state]}
    </Mark>
    {decidedOn && <span className="fine"> {decidedOn}</span>}
    {reason && <div className="fine">{reason}</div>}
    {overtaken && <span className="fine t-ochre"> 转出学校其间已另行办理</span>}
  </>
)

const columnsFor = (onDecide: (row: ArrivalView) => void): Columns<ArrivalView> => [
  { title: '姓名', width: 100, render: (_, { name }) => name },
  { title: '性别', width: 54, render: (_, { sex }) => (sex ? sexes[sex] : '–') },
  { title: '从哪里来', render: (_, { from }) => from },
  { title: '党员类别', width: 88, render: (_, { membership }) => membershipNames[membership] },
  { title: '介绍信', width: 156, ellipsis: true, render: (_, { letterNumber }) => letterNumber ?? '系统转接' },
  { title: '党费交至', width: 112, render: (_, { duesPaidTo }) => (duesPaidTo ? monthInWords(duesPaidTo) : '–') },
  { title: '手机', width: 108, render: (_, { phone }) => phone ?? '–' },
  { title: '转来', width: 104, render: (_, { arrivedOn }) => arrivedOn },
  { title: '现在', width: 172, render: (_, row) => <State {...row} /> },
  {
    title: '',
    width: 72,
    render: (_, row) =>
      row.can.includes('decide') && (
        <Button size="small" type="primary" onClick={() => onDecide(row)}>
          接收
        </Button>
      ),
  },
]

/** Whom other schools of this installation send here; accepted ones stand beside the closing equation, not in it. */
export const ArrivalsPage = () => {
  const [filters] = useUrlFilters()
  const page = useKeysetPage()
  const [deciding, setDeciding] = useState<ArrivalView>()
  const state = arrivalStates.find(known => known === filters.state)
  const found = useQuery(
    transfersApi.arrivals.list.queryOptions({ input: { state, after: page.after, limit: PAGE }, placeholderData: keepPreviousData }),
  )
  const { data } = found
  return (
    <Page
      wide
      title="他校转来"
      crumbs={[{ label: '接转', href: '/transfers' }, { label: '他校转来' }]}
      note={data && `待接收 ${data.waiting} 人，流入 ${data.accepted} 人。流入的不在本校闭环等式内，列在旁边`}
    >
      <FilterBar>
        <FilterSegments
          name="state"
          label="状态"
          options={[
            { value: '', label: '全部' },
            { value: 'waiting', label: '转入待接收', count: data?.waiting },
            { value: 'accepted', label: '流入', count: data?.accepted },
          ]}
        />
      </FilterBar>
      {found.error ? (
        <ErrorState title="名单没有读出来" next={wordsOf(problemOf(found.error))} onRetry={() => void found.refetch()} />
      ) : (
        <KeyedTable
          label="本系统内他校转来的党员"
          rows={data?.rows}
          rowKey={({ id }) => id}
          columns={columnsFor(setDeciding)}
          line={row => ({
            name: row.name,
            title: row.name,
            aside: (
              <Mark tone={tones[row.state]} glyph={glyphOf(row.state)}>
                {arrivalStateNames[row.state]}
              </Mark>
            ),
            note: (
              <>
                {row.from}，{membershipNames[row.membership]}，{row.arrivedOn}
                {row.reason && `；${row.reason}`}{' '}
                {row.can.includes('decide') && (
                  <Button size="small" onClick={() => setDeciding(row)}>
                    接收或退回
                  </Button>
                )}
              </>
            ),
          })}
          empty={<EmptyState title="这里没有人" next="本系统内的其他学校把党员转来时，会列在这里等组织部接收。" />}
          paging={data && { page, total: data.total, next: data.next, unit: '人' }}
          busy={found.isPlaceholderData}
        />
      )}
      {deciding && <ArrivalDialog arrival={deciding} onClose={() => setDeciding(undefined)} />}
    </Page>
  )
}
