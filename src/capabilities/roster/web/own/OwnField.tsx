import { useId, useState } from 'react'
import { maskIdNumber } from '../../../../kernel/mask.ts'
import { Clause } from '../../../../ui/Clause.tsx'
import { Mark } from '../../../../ui/Mark.tsx'
import type { ProblemView } from '../../../imports/contract.ts'
import { clauses } from '../../../plans/rules.ts'
import type { OwnDataView } from '../../contract/own-data.ts'
import { type OwnField as Field, type LastWord, lastWordWhy } from '../../rules/own-data.ts'
import { choicesOf } from '../../rules/value-text.ts'
import { days, writtenAs } from './words.ts'

type Held = OwnDataView['fields'][number]

export const Why = ({ lastWord }: { lastWord: LastWord }) => {
  const { text, clause } = lastWordWhy[lastWord]
  return (
    <p className="fine mine-why">
      {text} <Clause id={clause} text={clauses[clause]} />
    </p>
  )
}

/** One's own ID number: masked for whoever looks over the shoulder, shown by a tap. */
const Value = ({ field, text }: Pick<Held, 'field' | 'text'>) => {
  const [shown, setShown] = useState(false)
  if (text === '') return <span className="quiet">没有登记</span>
  if (field !== 'idNumber') return <span>{text}</span>
  return (
    <button type="button" className="mine-masked" aria-expanded={shown} onClick={() => setShown(!shown)}>
      {shown ? text : maskIdNumber(text)}
      <small>{shown ? '隐去' : '点按显示'}</small>
    </button>
  )
}

type ControlProps = { id: string; describedBy: string; wrong: boolean; field: Field; text: string; onText: (text: string) => void }

const modes: Partial<Record<Field, 'tel' | 'email'>> = { phone: 'tel', secondContactPhone: 'tel', email: 'email' }

const Control = ({ id, describedBy, wrong, field, text, onText }: ControlProps) => {
  const choices = choicesOf(field)
  const shared = { id, className: 'mine-input', 'aria-describedby': describedBy, 'aria-invalid': wrong, value: text } as const
  if (choices)
    return (
      <select {...shared} onChange={event => onText(event.target.value)}>
        <option value="">请选择</option>
        {choices.map(choice => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
    )
  return (
    <input
      {...shared}
      type={days.includes(field) ? 'date' : 'text'}
      inputMode={modes[field]}
      autoComplete="off"
      maxLength={200}
      placeholder={writtenAs[field]}
      onChange={event => onText(event.target.value)}
    />
  )
}

/** The checks speak to an office; here the member reads them. */
const toThemselves = (said: string) => said.replace('请向本人核对', '请核对')

type EditProps = { held: Held; text: string; problems: readonly ProblemView[]; onText: (text: string | undefined) => void }

const Edit = ({ held, text, problems, onText }: EditProps) => {
  const id = useId()
  const { field, label, text: before, lastWord } = held
  return (
    <div className="mine-edit">
      <label htmlFor={id}>{label}</label>
      <Control id={id} describedBy={`${id}-said`} wrong={problems.length > 0} field={field} text={text} onText={onText} />
      <div id={`${id}-said`}>
        {problems.map(({ kind, text: said, suggestion }) => (
          <p key={kind} className="form-error" role="alert">
            {toThemselves(said)}
            {suggestion && (
              <button type="button" className="link" onClick={() => onText(suggestion)}>
                改为“{suggestion}”
              </button>
            )}
          </p>
        ))}
        {problems.some(({ overridable }) => overridable) && <p className="fine">确是这样的，请在最下面写明理由再提交。</p>}
        <p className="fine">原来：{before === '' ? '没有登记' : <Value field={field} text={before} />}</p>
        <Why lastWord={lastWord} />
      </div>
      <button type="button" className="link second mine-undo" onClick={() => onText(undefined)}>
        不改了
      </button>
    </div>
  )
}

type OwnFieldProps = { held: Held; text: string | undefined; problems: readonly ProblemView[]; onText: (text: string | undefined) => void }

/** One field as it is held; open to correction where it stands. */
export const OwnField = ({ held, text, problems, onText }: OwnFieldProps) => {
  if (text !== undefined) return <Edit held={held} text={text} problems={problems} onText={onText} />
  const { field, label, proposed, lastWord } = held
  return (
    <div className="mine-line">
      <span className="mine-label">{label}</span>
      <span className="mine-value">
        <Value field={field} text={held.text} />
        {proposed !== null && (
          <Mark tone="ochre" glyph="q1">
            改为 {proposed === '' ? '空' : field === 'idNumber' ? maskIdNumber(proposed) : proposed}，待支部核对
          </Mark>
        )}
      </span>
      {lastWord !== 'party' && (
        <button
          type="button"
          className="link second mine-pick"
          aria-label={`${proposed === null ? '更正' : '再改'}${label}`}
          onClick={() => onText(proposed ?? held.text)}
        >
          {proposed === null ? '更正' : '再改'}
        </button>
      )}
    </div>
  )
}
