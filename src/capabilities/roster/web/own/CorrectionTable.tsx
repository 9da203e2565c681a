import { Checkbox } from 'antd'
import { Mark } from '../../../../ui/Mark.tsx'
import type { ProblemView } from '../../../imports/contract.ts'
import type { CorrectionView } from '../../contract/own-data.ts'

type Change = CorrectionView['changes'][number]

const Text = ({ text }: { text: string | null }) => {
  if (text === null) return <span className="quiet">未显示</span>
  return text === '' ? <span className="quiet">空</span> : <span>{text}</span>
}

/** What was held when it was proposed; where somebody has changed it since, also what is held now. */
const Before = ({ change: { before, now, moved } }: { change: Change }) => (
  <>
    <Text text={before} />
    {moved && (
      <Mark tone="ochre" glyph="q2" title="提出以后，名册里的这一项改过">
        现在是 <Text text={now} />
      </Mark>
    )}
  </>
)

type CorrectionTableProps = {
  changes: readonly Change[]
  /** Those to be taken over. */
  chosen: readonly string[]
  problems: readonly ProblemView[]
  /** Absent where it is not the reader's to decide. */
  onToggle?: ((field: string) => void) | undefined
}

const Said = ({ accepted }: Change) =>
  accepted === null ? null : (
    <Mark tone={accepted ? 'green' : 'red'} glyph={accepted ? 'solid' : 'back'}>
      {accepted ? '已采纳' : '没有采纳'}
    </Mark>
  )

/** Field by field: what it was, what it shall be. */
export const CorrectionTable = ({ changes, chosen, problems, onToggle }: CorrectionTableProps) => (
  <table className="correction-table">
    <thead>
      <tr>
        <th scope="col">项目</th>
        <th scope="col">原来</th>
        <th scope="col">本人提出</th>
        <th scope="col">{onToggle ? '采纳' : '结果'}</th>
      </tr>
    </thead>
    <tbody>
      {changes.map(change => (
        <tr key={change.field}>
          <th scope="row">{change.label}</th>
          <td data-label="原来">
            <Before change={change} />
          </td>
          <td data-label="本人提出">
            <b>
              <Text text={change.after} />
            </b>
            {problems
              .filter(({ field }) => field === change.field)
              .map(({ kind, text }) => (
                <p key={kind} className="form-error" role="alert">
                  {text}
                </p>
              ))}
          </td>
          <td>
            {onToggle ? (
              <Checkbox
                aria-label={`采纳${change.label}`}
                checked={chosen.includes(change.field)}
                onChange={() => onToggle(change.field)}
              />
            ) : (
              <Said {...change} />
            )}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
