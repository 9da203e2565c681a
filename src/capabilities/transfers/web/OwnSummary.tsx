import type { CaseView } from '../contract.ts'
import { destinations } from '../rules.ts'
import { labelOf, saidOf, type Typed } from './answers.ts'

type OwnSummaryProps = { view: CaseView; typed: Typed; onPick?: ((key: string) => void) | undefined }

/** Every answer on a line; a tap leads to its question. */
export const OwnSummary = ({ view, typed, onPick }: OwnSummaryProps) => {
  const { questions: asked, missing, placeNames } = view.form
  const rows = [
    { key: 'type', label: '去向', text: typed.type ? destinations[typed.type].label : '', lacking: !typed.type },
    ...asked.map(({ field }) => ({
      key: field as string,
      label: labelOf(field),
      text: saidOf(field, typed, placeNames),
      lacking: field !== 'stay' && missing.includes(field),
    })),
  ]
  return (
    <dl className="own-summary">
      {rows.map(({ key, label, text, lacking }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>
            {text && <span>{text}</span>}
            {!text && <span className={lacking ? 't-red' : 'quiet'}>{lacking ? '还没填' : '–'}</span>}
            {onPick && (
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
