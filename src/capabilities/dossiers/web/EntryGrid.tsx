import { useEffect } from 'react'
import { membershipNames } from '../../roster/rules.ts'
import type { AskedPaper, DossierLine } from '../contract.ts'
import { blankPaper } from '../rules.ts'
import { Conflicts } from './Conflicts.tsx'
import { EntryBar } from './EntryBar.tsx'
import { EntryCell } from './EntryCell.tsx'
import { cellKey } from './entries.ts'
import { RemarkLine } from './RemarkLine.tsx'
import { idOf, useGrid } from './useGrid.ts'

type EntryGridProps = { rows: readonly DossierLine[]; checklist: readonly AskedPaper[]; place: string }
type LineProps = { row: DossierLine; at: number; checklist: readonly AskedPaper[]; grid: ReturnType<typeof useGrid> }

const Line = ({ row, at, checklist, grid: { here, sheet, entering, stand } }: LineProps) => (
  <tr className={at === here.row ? 'entry-here' : undefined}>
    <th scope="row" title={`学号 ${row.studentNumber}，${row.branchName}`}>
      {row.name}
      <span className="fine">{membershipNames[row.membership]}</span>
    </th>
    {checklist.map((paper, column) => {
      const asked = row.asked.includes(paper.key)
      return (
        <EntryCell
          key={paper.key}
          id={idOf({ row: at, column })}
          name={row.name}
          asked={asked ? paper : null}
          sealed={!row.can.includes('enter')}
          paper={asked ? sheet.at(row.graduateId, paper.key) : blankPaper}
          unsaved={entering.entries.edits.has(cellKey(row.graduateId, paper.key))}
          here={at === here.row && column === here.column}
          onHere={() => stand({ row: at, column })}
        />
      )
    })}
  </tr>
)

/** Like a spreadsheet: one cell has the focus, keys change it, and everything is saved as it is typed. */
export const EntryGrid = ({ rows, checklist, place }: EntryGridProps) => {
  const grid = useGrid(rows, checklist, place)
  const { entering, person, asked, open, paper, remarking, onKeyDown, onPaste, remarked } = grid
  // The hand is on the keys from the first moment.
  useEffect(() => document.getElementById(idOf({ row: 0, column: 0 }))?.focus(), [])
  return (
    <>
      <EntryBar person={person} asked={asked} open={open} paper={paper} entering={entering} />
      {remarking && <RemarkLine label={`${person.name}，${asked.name}的备注`} value={paper.remark} onDone={remarked} />}
      <Conflicts entering={entering} rows={rows} checklist={checklist} />
      <div className="entry-frame">
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is worked in by arrow keys is a grid. */}
        <table role="grid" className="entry" aria-label="各人的材料" onKeyDown={onKeyDown} onPaste={onPaste}>
          <thead>
            <tr>
              <th scope="col">姓名</th>
              {checklist.map(({ key, name, required }) => (
                <th key={key} scope="col">
                  {name}
                  {required && '*'}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <Line key={row.graduateId} row={row} at={at} checklist={checklist} grid={grid} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
