import type { ChangeView } from '../../contract.ts'
import { planPartNames, planParts } from '../../rules.ts'

const touched = ({ touches }: ChangeView) => touches.map(({ what, count }) => `${what} ${count}`).join('，')

type Names = Readonly<Record<string, string>>

/** The questions of a destination stand in a plan by their codes. */
const inWords = (text: string | null, names: Names) =>
  text
    ?.split('、')
    .map(word => names[word] ?? word)
    .join('、') ?? null

const Change = ({ change, fields }: { change: ChangeView; fields: Names }) => {
  const { row, field, unitName } = change
  const [before, after] = [inWords(change.before, fields), inWords(change.after, fields)]
  const what = [row, unitName, field].filter(Boolean).join('，')
  const people = touched(change)
  return (
    <li>
      <span className="change-what">{what}</span>
      <span className="change-values">
        {before === null ? (
          <ins>新增 {after}</ins>
        ) : after === null ? (
          <del>删去 {before}</del>
        ) : (
          <>
            {before} → <b>{after}</b>
          </>
        )}
      </span>
      {people && <span className="fine">涉及 {people}</span>}
    </li>
  )
}

/** What a version says otherwise, part by part. */
export const ChangeList = ({ changes, fields }: { changes: readonly ChangeView[]; fields: Names }) => (
  <>
    {planParts
      .map(part => [part, changes.filter(change => change.part === part)] as const)
      .filter(([, own]) => own.length > 0)
      .map(([part, own]) => (
        <section key={part} className="change-part">
          <h3>{planPartNames[part]}</h3>
          <ul>
            {own.map(change => (
              <Change key={`${change.row} ${change.unitName} ${change.field}`} change={change} fields={fields} />
            ))}
          </ul>
        </section>
      ))}
  </>
)
