import { Table, type TableProps } from 'antd'
import type { Key, ReactNode } from 'react'
import type { KeysetPage } from './keyset.ts'
import { type Line, Lines } from './Lines.tsx'
import { Pager } from './Pager.tsx'
import { Skeleton } from './Skeleton.tsx'
import { useNarrow } from './useMedia.ts'
import './table.css'

export type Columns<Row> = NonNullable<TableProps<Row>['columns']>

/** 38 px rows for a ledger, 34 for a matrix, 42 for an import grid. */
export type Density = 'ledger' | 'matrix' | 'grid'

export type Selection = { keys: readonly Key[]; onChange: (keys: Key[]) => void }

type KeyedTableProps<Row extends object> = {
  /** What the list holds, for readers of the screen. */
  label: string
  rows: readonly Row[] | undefined
  rowKey: (row: Row) => string
  columns: Columns<Row>
  /** The same row as two lines on a phone; `name` is whom or what it is. */
  line: (row: Row) => Line
  empty: ReactNode
  density?: Density
  selection?: Selection | undefined
  /** Absent when the whole list is shown at once. */
  paging?: { page: KeysetPage; total: number; next: string | null; unit: string } | undefined
  /** A search is under way: the old rows stay, paler. */
  busy?: boolean
}

const toggled = (keys: readonly Key[], key: Key): Key[] => (keys.includes(key) ? keys.filter(held => held !== key) : [...keys, key])

type WideProps<Row extends object> = KeyedTableProps<Row> & { rows: readonly Row[] }

const Wide = <Row extends object>({ label, rows, rowKey, columns, density = 'ledger', selection, line }: WideProps<Row>) => (
  <Table<Row>
    aria-label={label}
    className={`table-${density}`}
    size="small"
    dataSource={rows}
    rowKey={rowKey}
    columns={columns}
    pagination={false}
    {...(selection && {
      rowSelection: {
        selectedRowKeys: [...selection.keys],
        // Rows of other pages stay chosen.
        preserveSelectedRowKeys: true,
        onChange: selection.onChange,
        getCheckboxProps: (row: Row) => ({ 'aria-label': `选择 ${line(row).name}` }),
      },
    })}
  />
)

const Narrow = <Row extends object>({ label, rows, rowKey, line, selection }: WideProps<Row>) => (
  <Lines
    label={label}
    lines={rows.map(row => ({ ...line(row), key: rowKey(row) }))}
    selected={selection?.keys}
    onToggle={selection && (key => selection.onChange(toggled(selection.keys, key)))}
  />
)

/** A list read by key: a quiet table at a desk, two-line rows on a phone. */
export const KeyedTable = <Row extends object>(props: KeyedTableProps<Row>) => {
  const narrow = useNarrow()
  const { rows, paging, empty, busy = false } = props
  if (!rows) return <Skeleton lines={8} />
  if (rows.length === 0 && !paging?.page.after) return empty
  const shown = { ...props, rows }
  return (
    <div className={busy ? 'table-busy' : undefined} aria-busy={busy}>
      {narrow ? (
        <Narrow {...shown} />
      ) : (
        <div className="table-frame">
          <Wide {...shown} />
        </div>
      )}
      {paging && <Pager {...paging} rowsHere={rows.length} />}
    </div>
  )
}
