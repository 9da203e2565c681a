import type { CaseView } from '../contract.ts'
import { destinations, isPart, wholeOf } from '../rules.ts'
import { labelOf, saidOf, type Typed } from './answers.ts'

type OwnSummaryProps = { view: CaseView; typed: Typed; onPick?: ((key: string) => void) | undefined }

/** Every answer on a line; a tap leads to its question. */
export const OwnSummary = ({ view, typed, onPick }: OwnSummaryProps) => {
  const { questions: asked, missing, placeNames } = view.form
  const rows = [
    {
      key: 'type',
      line: 'type',
      label: '去向',
      text: typed.type ? destinations[typed.type].label : '',
      lacking: !typed.type,
      held: undefined,
    },
    ...asked.flatMap(({ field, held }) => {
      const text = saidOf(field, held ? { ...typed, answers: view.form.answers } : typed, placeNames)
      const lacking = field !== 'stay' && missing.includes(field)
      // What is answered with another question is a line once it says something.
      if (isPart(field) && !text && !lacking) return []
      return [{ key: wholeOf(field), line: field as string, label: labelOf(field), text, lacking, held }]
    }),
  ]
  return (
    <dl className="own-summary">
      {rows.map(({ key, line, label, text, lacking, held }) => (
        <div key={line}>
          <dt>{label}</dt>
          <dd>
            {text && (
              <span>
                {text}
                {lacking && <span className="t-red">（请改）</span>}
                {held && <span className="quiet">（已有）</span>}
              </span>
            )}
            {!text && <span className={lacking ? 't-red' : 'quiet'}>{lacking ? '还没填' : '–'}</span>}
            {onPick && !held && (
              <button type="button" className="link second" onClick={() => onPick(key)} aria-label={`${text ? '改' : '去填'}${label}`}>
                {text ? '改' : '去填'}
              </button>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
