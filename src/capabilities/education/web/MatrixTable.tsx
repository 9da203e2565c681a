import { Checkbox } from 'antd'
import type { Day } from '../../../kernel/day.ts'
import { Anchor } from '../../../ui/Anchor.tsx'
import { useSession } from '../../../ui/session.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import type { MatrixRow } from '../contract.ts'
import { CertificateButton } from './CertificateButton.tsx'
import { type Choice, type Chosen, cellOf, chosenCount, hasAll, type Item, openCells, shortDay, toggled } from './cells.ts'
import { MatrixCell } from './MatrixCell.tsx'

export type MatrixProps = {
  rows: readonly MatrixRow[]
  items: readonly Item[]
  today: Day
  /** The list shows who lacks this item: choosing a row chooses only it. */
  only: string | undefined
  /** Absent for readers who may not confirm. */
  choice: Choice | undefined
  onChoose: (choice: Choice) => void
}

type TickProps = { label: string; cells: readonly Chosen[]; choice: Choice; onChoose: (choice: Choice) => void }

/** Chooses or lets go of several cells at once. */
export const Tick = ({ label, cells, choice, onChoose }: TickProps) => {
  const chosen = chosenCount(choice, cells)
  return (
    <Checkbox
      aria-label={label}
      disabled={cells.length === 0}
      checked={chosen > 0 && chosen === cells.length}
      indeterminate={chosen > 0 && chosen < cells.length}
      onChange={() => onChoose(toggled(choice, cells))}
    />
  )
}

/** An item's name, how many have it, and the way to those who lack it. */
const ItemHead = ({ item, total, here }: { item: Item; total: number; here: boolean }) => {
  const [, change] = useUrlFilters()
  const lacking = total - item.complete
  return (
    <th scope="col" aria-label={item.name}>
      <b title={item.name}>{item.short}</b>
      <span className="fine">
        {lacking === 0 ? (
          '人人完成'
        ) : (
          <button type="button" className="link" aria-pressed={here} onClick={() => change({ lacks: here ? undefined : item.key })}>
            {here ? '看全部' : `还缺 ${lacking} 人`}
          </button>
        )}
      </span>
      <span className="matrix-share">
        <span className="matrix-bar">
          <i style={{ width: `${total === 0 ? 0 : (item.complete / total) * 100}%` }} />
        </span>
        {item.complete} / {total}
      </span>
    </th>
  )
}

const Score = ({ done, of }: { done: number; of: number }) => {
  if (done === of) return <b className="t-green">齐</b>
  return (
    <>
      <span className={done === 0 ? 't-red' : undefined}>{done}</span>
      <span className="quiet"> / {of}</span>
    </>
  )
}

const lastDay = (row: MatrixRow) =>
  row.confirmations
    .map(({ doneOn }) => doneOn)
    .sort()
    .at(-1)

const Row = ({ row, ...matrix }: MatrixProps & { row: MatrixRow }) => {
  const { items, today, only, choice, onChoose } = matrix
  const { cohort } = useSession()
  const open = openCells([row], items, today, only)
  const last = lastDay(row)
  return (
    <tr className={choice && chosenCount(choice, openCells([row], items, today)) > 0 ? 'matrix-chosen' : undefined}>
      {choice && (
        <td className="matrix-tick">
          <Tick label={`选择 ${row.name} 未做的项目`} cells={open} choice={choice} onChoose={onChoose} />
        </td>
      )}
      <th scope="row">
        <Anchor href={`/roster/${row.graduateId}`}>{row.name}</Anchor>
      </th>
      <td className="second clip" title={row.branchName}>
        {row.branchName}
      </td>
      {items.map(item => (
        <td key={item.key}>
          <MatrixCell
            row={row}
            item={item}
            cell={cellOf(row, item)}
            chosen={choice && chosenCount(choice, openCells([row], items, today, item.key)) > 0}
            onToggle={() => choice && onChoose(toggled(choice, openCells([row], items, today, item.key)))}
          />
        </td>
      ))}
      <td className="matrix-score">
        <Score done={row.done} of={items.filter(({ required }) => required > 0).length} />
        {choice && cohort && hasAll(row, items) && (
          <CertificateButton quiet text="证明" asked={{ cohortId: cohort.id, graduateIds: [row.graduateId] }} />
        )}
      </td>
      <td className="second">{last ? shortDay(last) : <span className="t-red">尚未参加</span>}</td>
    </tr>
  )
}

/** Members against items, with what is chosen across rows and pages. */
export const MatrixTable = (props: MatrixProps & { total: number }) => {
  const { rows, items, today, only, choice, onChoose, total } = props
  return (
    <div className="table-frame">
      <table className="matrix" aria-label="毕业生党员与五个一">
        <thead>
          <tr>
            {choice && (
              <th className="matrix-tick">
                <Tick label="选择本页未做的项目" cells={openCells(rows, items, today, only)} choice={choice} onChoose={onChoose} />
              </th>
            )}
            <th scope="col">姓名</th>
            <th scope="col">支部</th>
            {items.map(item => (
              <ItemHead key={item.key} item={item} total={total} here={only === item.key} />
            ))}
            <th scope="col" className="matrix-score">
              完成
            </th>
            <th scope="col">最近</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <Row key={row.graduateId} row={row} {...props} />
          ))}
        </tbody>
      </table>
    </div>
  )
}
