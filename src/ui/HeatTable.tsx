import { Anchor } from './Anchor.tsx'
import './heat.css'

export type HeatColumn = { key: string; label: string; note?: string | undefined; near?: boolean }

/** A share of the whole in per cent, or a word when a person must act. */
export type HeatCell =
  | { kind: 'share'; percent: number; href?: string | undefined }
  | { kind: 'late' | 'warn'; word: string; href?: string | undefined }

export type HeatRow = { key: string; label: string; note?: string | undefined; count: number; cells: Readonly<Record<string, HeatCell>> }

/** Five steps: nothing, begun, half, three quarters, all. */
export const heatStep = (percent: number): number => {
  if (percent >= 100) return 4
  if (percent >= 75) return 3
  if (percent >= 50) return 2
  return percent > 0 ? 1 : 0
}

const shareWords = (percent: number) => {
  if (percent >= 100) return '齐'
  if (percent <= 0) return <span className="quiet">–</span>
  return (
    <>
      {Math.floor(percent)}
      <small>%</small>
    </>
  )
}

const Cell = ({ cell }: { cell: HeatCell | undefined }) => {
  if (!cell) return <span className="heat-cell quiet">–</span>
  const share = cell.kind === 'share'
  const className = share ? `heat-cell heat-${heatStep(cell.percent)}` : `heat-cell heat-${cell.kind}`
  const words = share ? shareWords(cell.percent) : cell.word
  if (!cell.href) return <span className={className}>{words}</span>
  return (
    <Anchor className={className} href={cell.href}>
      {words}
    </Anchor>
  )
}

/** Units against milestones: the value in every cell, words for what is late. */
export const HeatTable = ({ caption, columns, rows }: { caption: string; columns: readonly HeatColumn[]; rows: readonly HeatRow[] }) => (
  <div className="heat-frame">
    <table className="heat">
      <caption className="only-read">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="only-read">单位</span>
          </th>
          <th scope="col" className="heat-count">
            人数
          </th>
          {columns.map(column => (
            <th key={column.key} scope="col" className={column.near ? 'heat-near' : undefined}>
              {column.label}
              <span>{column.note}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.key}>
            <th scope="row" title={row.label}>
              {row.label}
              {row.note && <span className="fine"> {row.note}</span>}
            </th>
            <td className="heat-count">{row.count}</td>
            {columns.map(column => (
              <td key={column.key}>
                <Cell cell={row.cells[column.key]} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

export const HeatLegend = () => (
  <span className="heat-legend" aria-hidden="true">
    {[1, 2, 3, 4].map(step => (
      <i key={step} className={`heat-${step}`} />
    ))}
    少 → 齐<i className="heat-late" />
    逾期
  </span>
)
