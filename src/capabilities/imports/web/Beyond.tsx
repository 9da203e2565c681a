import type { ImportRowView } from '../contract.ts'
import { type GridColumn, isWrong } from './cells.ts'

/** As many names as fit one line. */
const NAMED = 6

const scrollTo = (field: string) =>
  document.querySelector(`th[data-column="${field}"]`)?.scrollIntoView({ block: 'nearest', inline: 'center', behavior: 'smooth' })

/** As many columns as a desk of 1440 px shows. */
const IN_VIEW = 8

type BeyondProps = { rows: readonly ImportRowView[]; columns: readonly GridColumn[] }

/** What stands further right: names of columns, those with wrong cells first. */
export const Beyond = ({ rows, columns }: BeyondProps) => {
  const after = columns.slice(IN_VIEW)
  if (after.length === 0) return null
  const wrongIn = new Set(rows.flatMap(row => row.problems.filter(isWrong).map(({ field }) => field)))
  const ordered = [...after.filter(({ field }) => wrongIn.has(field)), ...after.filter(({ field }) => !wrongIn.has(field))]
  return (
    <p className="grid-beyond">
      往右还有 {after.length} 列：
      {ordered.slice(0, NAMED).map(({ field, label }) => (
        <button key={field} type="button" className={wrongIn.has(field) ? 'link t-red' : 'link'} onClick={() => scrollTo(field)}>
          {wrongIn.has(field) ? `${label}（有误）` : label}
        </button>
      ))}
      {ordered.length > NAMED && <span className="quiet">等</span>}
    </p>
  )
}
