import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { useSession } from '../../../ui/session.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import type { TransferRow } from '../contract.ts'
import { filterFrom, filterQuery } from './filters.ts'
import { GroupTextButton } from './GroupTextButton.tsx'
import { QUEUE_KEY } from './queue.ts'

type Counted = { states: Readonly<Record<string, number>>; calls: number; differences: number; pictures: number; arrivals: number }
type ListActionsProps = { rows: readonly TransferRow[]; counts: Counted | undefined }

/** Where something waits beside the list itself: not drawn while nothing does. */
const Waiting = ({ counts: { calls, differences, pictures, arrivals }, unit }: { counts: Counted; unit: string }) => {
  const router = useRouter()
  const [search] = useUrlFilters()
  const places = [
    { to: `/transfers?picture=waiting${unit.replace('?', '&')}`, words: '回执照片待核', count: search.picture ? 0 : pictures },
    { to: '/arrivals?state=waiting', words: '转入待接收', count: arrivals },
    { to: `/transfers/calls${unit}`, words: '待回拨', count: calls },
    { to: `/transfers/differences${unit}`, words: '与系统不一致', count: differences },
  ]
  return places
    .filter(({ count }) => count > 0)
    .map(({ to, words, count }) => (
      <Button key={to} onClick={() => router.history.push(to)}>
        {words} {count}
      </Button>
    ))
}

/** One after the other through the filter, and the list to type into the external system. */
export const ListActions = ({ rows, counts }: ListActionsProps) => {
  const states = counts?.states
  const router = useRouter()
  const queries = useQueryClient()
  const { can, cohort } = useSession()
  const [search] = useUrlFilters()
  const query = filterQuery(search)
  const [first] = rows
  const open = () => {
    queries.removeQueries({ queryKey: QUEUE_KEY })
    router.history.push(`/transfers/${first?.id ?? first?.graduateId}${query}`)
  }
  const unit = search.unit ? `?unit=${search.unit}` : ''
  const waiting = states?.['to-start'] ?? 0
  return (
    <>
      {counts && <Waiting counts={counts} unit={unit} />}
      {states && can('transfers:handle') && (
        <Button onClick={() => router.history.push(`/transfers/worklist${unit}`)}>系统发起清单{waiting > 0 ? ` ${waiting} 人` : ''}</Button>
      )}
      {cohort && <GroupTextButton {...filterFrom(search, cohort.id)} />}
      {can('transfers:handle') && <Button onClick={() => router.history.push('/transfers/import')}>导入</Button>}
      {query && rows.length > 1 && (
        <Button onClick={open}>
          {search.state === 'office-check' && can('transfers:feedback') ? '逐条反馈' : search.picture ? '逐张核对' : '逐件办理'}
        </Button>
      )}
    </>
  )
}
