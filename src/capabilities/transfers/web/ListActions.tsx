import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { useSession } from '../../../ui/session.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import type { TransferRow } from '../contract.ts'
import { filterQuery } from './filters.ts'
import { QUEUE_KEY } from './queue.ts'

type ListActionsProps = { rows: readonly TransferRow[]; states: Readonly<Record<string, number>> | undefined }

/** One after the other through the filter, and the list to type into the external system. */
export const ListActions = ({ rows, states }: ListActionsProps) => {
  const router = useRouter()
  const queries = useQueryClient()
  const { can } = useSession()
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
      {states && can('transfers:handle') && (
        <Button onClick={() => router.history.push(`/transfers/worklist${unit}`)}>系统发起清单{waiting > 0 ? ` ${waiting} 人` : ''}</Button>
      )}
      {can('transfers:handle') && <Button onClick={() => router.history.push('/transfers/import')}>导入</Button>}
      {query && rows.length > 1 && (
        <Button onClick={open}>{search.state === 'office-check' && can('transfers:feedback') ? '逐条反馈' : '逐件办理'}</Button>
      )}
    </>
  )
}
