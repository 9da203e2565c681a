import { Button } from 'antd'
import { useState } from 'react'
import type { Chosen } from '../../../ui/chosen.ts'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { LongTable } from '../../../ui/LongTable.tsx'
import { problemOf } from '../../../ui/problem.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import type { RosterFilter } from '../contract.ts'
import { ColumnsDialog } from './ColumnsDialog.tsx'
import { columnsFrom, columnsWord, ledgerColumns } from './ledgerColumns.tsx'
import { useLedger } from './useLedger.ts'
import { rosterProblemWords } from './words.ts'

export type LedgerProps = {
  filter: RosterFilter
  total: number
  query: string
  selection?: { chosen: Chosen; onChange: (chosen: Chosen) => void }
}

/** Any number of people, scrolled: at a desk. */
export const LedgerTable = ({ filter, query, selection }: LedgerProps) => {
  const [search, change] = useUrlFilters()
  const [choosing, setChoosing] = useState(false)
  const ledger = useLedger(filter)
  const keys = columnsFrom(search.columns)
  if (ledger.error && ledger.total === undefined)
    return <ErrorState title="名册没有读出来" next={rosterProblemWords(problemOf(ledger.error))} onRetry={ledger.retry} />
  if (ledger.total === undefined) return <Skeleton lines={8} />
  return (
    <>
      <LongTable
        key={query}
        label="毕业生党员名册"
        total={ledger.total}
        rowAt={ledger.rowAt}
        rowKey={person => person.id}
        nameOf={person => person.name}
        columns={ledgerColumns(keys, query)}
        onSight={ledger.onSight}
        selection={selection}
      />
      <div className="ledger-foot">
        <span role="status">
          共 {ledger.total} 人{ledger.error && '，有一段没有读出来'}
        </span>
        {ledger.error && (
          <Button size="small" onClick={ledger.retry}>
            重读
          </Button>
        )}
        <Button type="text" size="small" onClick={() => setChoosing(true)}>
          选择列
        </Button>
      </div>
      {choosing && (
        <ColumnsDialog shown={keys} onChange={next => change({ columns: columnsWord(next) })} onClose={() => setChoosing(false)} />
      )}
    </>
  )
}
