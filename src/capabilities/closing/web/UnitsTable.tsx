import { Button } from 'antd'
import { useState } from 'react'
import { Anchor } from '../../../ui/Anchor.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { useNarrow } from '../../../ui/useMedia.ts'
import { type Term, termNames, terms } from '../../transfers/rules.ts'
import type { ClosingUnit } from '../contract.ts'
import { openTerms } from '../rules.ts'
import { AccountCell } from './AccountCell.tsx'

const isOpen = (term: Term) => (openTerms as readonly Term[]).includes(term)
const shownTerms = (units: readonly ClosingUnit[]) => terms.filter(term => units.some(({ figures }) => figures[term]))

type Line = Pick<ClosingUnit, 'unitName' | 'path' | 'total' | 'open' | 'figures'>

const Cells = ({ line, columns }: { line: Line; columns: readonly Term[] }) => (
  <>
    <td className="number">{line.total}</td>
    {columns.map(term => {
      const count = line.figures[term] ?? 0
      if (count === 0) return <td key={term} className="number quiet" aria-label={`${termNames[term]} 0`} />
      const href = isOpen(term) ? `/closing?unit=${line.path}&term=${term}` : `/transfers?unit=${line.path}&term=${term}`
      return (
        <td key={term} className="number">
          <Anchor className="link" href={href}>
            {count}
          </Anchor>
        </td>
      )
    })}
    <td className="number">
      {line.open === 0 ? (
        <Mark tone="green" glyph="solid">
          归零
        </Mark>
      ) : (
        <Anchor className="link closing-open" href={`/closing?unit=${line.path}`}>
          差 {line.open}
        </Anchor>
      )}
    </td>
  </>
)

const Unit = ({ unit, columns, cohortId }: { unit: ClosingUnit; columns: readonly Term[]; cohortId: string }) => {
  const [wide, setWide] = useState(false)
  const folds = unit.branches.length > 1
  return (
    <>
      <tr className="closing-unit">
        <th scope="row">
          {folds ? (
            <Button
              type="text"
              size="small"
              className="closing-fold"
              aria-expanded={wide}
              aria-label={`${unit.unitName}的支部`}
              onClick={() => setWide(!wide)}
            >
              {wide ? '–' : '+'}
            </Button>
          ) : (
            <span className="closing-fold" />
          )}
          {unit.unitName}
        </th>
        <Cells line={unit} columns={columns} />
        <td>
          <AccountCell unit={unit} cohortId={cohortId} />
        </td>
      </tr>
      {wide &&
        unit.branches.map(branch => (
          <tr key={branch.unitId} className="closing-branch">
            <th scope="row">{branch.unitName}</th>
            <Cells line={branch} columns={columns} />
            <td />
          </tr>
        ))}
    </>
  )
}

type UnitsProps = { units: readonly ClosingUnit[]; cohortId: string }

const inWords = ({ figures }: Line): string =>
  terms
    .filter(term => figures[term])
    .map(term => `${termNames[term]} ${figures[term]}`)
    .join('，')

/** On a phone a unit is a few lines. */
const UnitLines = ({ units, cohortId }: UnitsProps) => (
  <ul className="closing-lines">
    {units.map(unit => (
      <li key={unit.unitId}>
        <Anchor className="closing-line" href={`/closing?unit=${unit.path}`}>
          <b>{unit.unitName}</b>
          {unit.open === 0 ? <span className="t-green">归零</span> : <span className="t-red">差 {unit.open}</span>}
        </Anchor>
        <p className="second">
          {unit.total} 人：{inWords(unit)}
        </p>
        <AccountCell unit={unit} cohortId={cohortId} />
      </li>
    ))}
  </ul>
)

const whole = (units: readonly ClosingUnit[]): Line => ({
  unitName: '合计',
  path: '',
  total: units.reduce((sum, { total }) => sum + total, 0),
  open: units.reduce((sum, { open }) => sum + open, 0),
  figures: Object.fromEntries(
    terms.map(term => [term, units.reduce((sum, { figures }) => sum + (figures[term] ?? 0), 0)]),
  ) as Line['figures'],
})

/** The closing equation by unit: every number opens to its people. */
export const UnitsTable = ({ units, cohortId }: UnitsProps) => {
  const isNarrow = useNarrow()
  if (isNarrow) return <UnitLines units={units} cohortId={cohortId} />
  const columns = shownTerms(units)
  const sum = whole(units)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keyboard
    <section className="closing-scroll" tabIndex={0} aria-label="各单位的闭环等式">
      <table className="closing">
        <thead>
          <tr>
            <th scope="col">单位</th>
            <th scope="col" className="number">
              人数
            </th>
            {columns.map(term => (
              <th key={term} scope="col" className="number">
                {termNames[term]}
              </th>
            ))}
            <th scope="col" className="number">
              还差
            </th>
            <th scope="col">最终账</th>
          </tr>
        </thead>
        <tbody>
          {units.map(unit => (
            <Unit key={unit.unitId} unit={unit} columns={columns} cohortId={cohortId} />
          ))}
        </tbody>
        {units.length > 1 && (
          <tfoot>
            <tr>
              <th scope="row">
                <span className="closing-fold" />
                合计
              </th>
              <td className="number">{sum.total}</td>
              {columns.map(term => (
                <td key={term} className="number">
                  {sum.figures[term]}
                </td>
              ))}
              <td className="number">{sum.open}</td>
              <td />
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  )
}
