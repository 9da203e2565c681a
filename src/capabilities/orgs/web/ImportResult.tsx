import { Mark } from '../../../ui/Mark.tsx'
import type { UnitProblem } from '../rules.ts'
import { unitProblemWords } from './words.ts'

type Result = { created: number; same: number; problems: { row: number; problem: UnitProblem; value: string }[] }

export const ImportResult = ({ created, same, problems }: Result) => {
  if (problems.length === 0) {
    return (
      <p className="units-result" role="status">
        <Mark tone="green" glyph="check">
          增设 {created} 个单位，{same} 个原已在册
        </Mark>
      </p>
    )
  }
  return (
    <div className="units-result" role="alert">
      <p>{problems.length} 行有误，一个也没有写入。改好后再传这份表：</p>
      <ul aria-label="有误的行">
        {problems.map(({ row, problem, value }) => (
          <li key={`${row} ${problem}`}>
            <span className="second">第 {row} 行</span>
            <span>{value || '（空）'}</span>
            <Mark tone="red" glyph="cross">
              {unitProblemWords[problem]}
            </Mark>
          </li>
        ))}
      </ul>
    </div>
  )
}
