import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { KeyedTable } from '../../../ui/KeyedTable.tsx'
import { useKeysetPage } from '../../../ui/keyset.ts'
import { rosterApi } from './client.ts'
import type { LedgerProps } from './LedgerTable.tsx'
import { rosterLine } from './rosterLine.tsx'

const PAGE = 50

/** The same people page by page: on a phone. */
export const LedgerLines = ({ filter, query, selection }: LedgerProps) => {
  const page = useKeysetPage()
  const found = useQuery(
    rosterApi.list.queryOptions({
      input: { ...filter, limit: PAGE, ...(page.after && { after: page.after }) },
      placeholderData: keepPreviousData,
    }),
  )
  const keys = selection && !selection.chosen.all ? [...selection.chosen.keys] : []
  return (
    <KeyedTable
      label="毕业生党员名册"
      rows={found.data?.rows}
      rowKey={person => person.id}
      columns={[]}
      line={rosterLine(query)}
      empty={null}
      busy={found.isPlaceholderData}
      selection={selection && { keys, onChange: next => selection.onChange({ all: false, keys: new Set(next.map(String)) }) }}
      paging={found.data && { page, total: found.data.total, next: found.data.next, unit: '人' }}
    />
  )
}
