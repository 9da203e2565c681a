import type { ReactNode } from 'react'
import { useNarrow } from '../../../ui/useMedia.ts'
import type { DutyView, ReceiptRow, ReceiptTable } from '../contract.ts'
import { acknowledgedOf, branchesOf, branchWorksOf, forwardedOf, type OnWork, readersOf, WorkCell } from './receipts.tsx'
import { shortDay } from './words.ts'

type TableProps = {
  table: ReceiptTable
  rows: readonly ReceiptRow[]
  onWork: OnWork
  onChase: (row: ReceiptRow) => void
  onWithdraw: (duty: DutyView) => void
}

type Part = { title: string; cell: (row: ReceiptRow) => ReactNode }

const partsOf = ({ level }: ReceiptTable): Part[] => [
  { title: '已读', cell: readersOf },
  { title: '签收', cell: acknowledgedOf },
  ...(level === 'secondary'
    ? [
        { title: '转发', cell: forwardedOf },
        { title: '支部签收', cell: branchesOf },
        { title: '支部任务', cell: branchWorksOf },
      ]
    : []),
]

const DutyHead = ({ duty, onWithdraw }: { duty: DutyView; onWithdraw: (duty: DutyView) => void }) => (
  <>
    <span className={duty.withdrawn ? 'notice-gone' : undefined}>{duty.words}</span>
    <span className="fine">
      {duty.withdrawn ? '已撤销' : `${shortDay(duty.dueOn)} 前`}
      {duty.mayWithdraw && (
        <button type="button" className="link" aria-label={`撤销任务：${duty.words}`} onClick={() => onWithdraw(duty)}>
          撤销
        </button>
      )}
    </span>
  </>
)

const Chase = ({ row, onChase }: { row: ReceiptRow; onChase: (row: ReceiptRow) => void }) => (
  <>
    {row.mayChase && (
      <button type="button" className="link" aria-label={`催办${row.name}`} onClick={() => onChase(row)}>
        催办
      </button>
    )}
    {row.chasedOn && <span className="fine">{shortDay(row.chasedOn)} 催过</span>}
  </>
)

const Wide = ({ table, rows, onWork, onChase, onWithdraw }: TableProps) => {
  const parts = partsOf(table)
  return (
    <div className="table-frame">
      <table className="notice-table" aria-label="签收和任务">
        <thead>
          <tr>
            <th scope="col">{table.level === 'secondary' ? '二级党组织' : '党支部'}</th>
            {parts.map(({ title }) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
            {table.duties.map(duty => (
              <th key={duty.id} scope="col" className="notice-duty-head">
                <DutyHead duty={duty} onWithdraw={onWithdraw} />
              </th>
            ))}
            <th scope="col">催办</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.unitId}>
              <th scope="row">{row.name}</th>
              {parts.map(({ title, cell }) => (
                <td key={title}>{cell(row)}</td>
              ))}
              {table.duties.map(duty => (
                <td key={duty.id}>
                  <WorkCell row={row} duty={duty} onWork={onWork} />
                </td>
              ))}
              <td>
                <Chase row={row} onChase={onChase} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** On a phone each unit is a list of its own. */
const Narrow = ({ table, rows, onWork, onChase }: TableProps) => (
  <ul className="notice-cards" aria-label="签收和任务">
    {rows.map(row => (
      <li key={row.unitId}>
        <p className="notice-card-name">
          <b>{row.name}</b>
          <Chase row={row} onChase={onChase} />
        </p>
        <dl>
          {[
            ...partsOf(table).map(({ title, cell }) => ({ key: title, title, value: cell(row) })),
            ...table.duties.map(duty => ({
              key: duty.id,
              title: `${duty.words}（${duty.withdrawn ? '已撤销' : `${shortDay(duty.dueOn)} 前`}）`,
              value: <WorkCell row={row} duty={duty} onWork={onWork} />,
            })),
          ].map(({ key, title, value }) => (
            <div key={key}>
              <dt>{title}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </li>
    ))}
  </ul>
)

/** Units down, what is known of each across. */
export const ReceiptsTable = (props: TableProps) => (useNarrow() ? <Narrow {...props} /> : <Wide {...props} />)
