import { useId } from 'react'
import { systemNames, systems } from '../../plans/rules.ts'
import { type Contact, questions } from '../rules.ts'
import { type Addressee, AddresseeField } from './AddresseeField.tsx'
import type { AnswerProps, Field } from './answers.ts'
import { BranchAnswer } from './BranchAnswer.tsx'
import { ContactFields, ContactsAnswer } from './ContactAnswer.tsx'
import { MonthAnswer } from './MonthAnswer.tsx'
import { PlacePicker } from './PlacePicker.tsx'
import './answers.css'

type Choice = { value: string; label: string; means?: string }

/** One of a few, each a line for a thumb. */
export const Choices = ({
  labelledBy,
  value,
  options,
  onPick,
}: {
  labelledBy: string
  value: string | undefined
  options: readonly Choice[]
  onPick: (value: string) => void
}) => {
  const name = useId()
  return (
    <div role="radiogroup" aria-labelledby={labelledBy} className="choice-list">
      {options.map(option => (
        <label key={option.value}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onPick(option.value)} />
          <span>
            {option.label}
            {option.means && <span className="fine">{option.means}</span>}
          </span>
        </label>
      ))}
    </div>
  )
}

const TextAnswer = ({ field, labelledBy, value, onChange }: AnswerProps) => {
  const shared = { 'aria-labelledby': labelledBy, className: 'answer-input', value: String(value ?? '') }
  const { kind } = questions[field]
  if (kind === 'long-text') return <textarea {...shared} rows={5} maxLength={1000} onChange={event => onChange(event.target.value)} />
  const digits = kind === 'number'
  return (
    <input
      {...shared}
      maxLength={digits ? 20 : 120}
      inputMode={digits ? 'numeric' : 'text'}
      autoComplete="off"
      onChange={event => onChange(event.target.value)}
    />
  )
}

const yesNoWords: Partial<Record<Field, readonly [yes: string, no: string]>> = {
  paperAsked: ['要求', '没有要求'],
  confirmed: ['是', '还没有'],
  atSchool: ['在校', '不在校'],
}

const YesNoAnswer = ({ field, labelledBy, value, onChange }: AnswerProps) => {
  const [yes, no] = yesNoWords[field] ?? ['是', '否']
  const asPicked = field === 'paperAsked' ? 'receiver' : true
  return (
    <Choices
      labelledBy={labelledBy}
      value={value === undefined || value === null ? undefined : value === false ? 'no' : 'yes'}
      options={[
        { value: 'yes', label: yes },
        { value: 'no', label: no },
      ]}
      onPick={picked => onChange(picked === 'yes' ? asPicked : false)}
    />
  )
}

/** The control for one question of the destination form; the same on phone and desk. */
export const AnswerControl = (props: AnswerProps) => {
  const { field, labelledBy, value, masked, placeName, internal, onChange } = props
  const untouched = masked && (value === undefined || value === null) ? <p className="second">已填：{masked}。重新填写才会改。</p> : null
  switch (questions[field].kind) {
    case 'yes-no':
      return <YesNoAnswer {...props} />
    case 'system':
      return (
        <Choices
          labelledBy={labelledBy}
          value={value as string | undefined}
          options={systems.map(system => ({ value: system, label: systemNames[system] }))}
          onPick={onChange}
        />
      )
    case 'day':
      return (
        <input
          type="date"
          className="answer-input"
          aria-labelledby={labelledBy}
          value={String(value ?? '')}
          onChange={event => onChange(event.target.value || null)}
        />
      )
    case 'month':
      return <MonthAnswer {...props} />
    case 'place':
      return (
        <PlacePicker key={field} value={(value as string | null) ?? undefined} name={placeName} labelledBy={labelledBy} onPick={onChange} />
      )
    case 'addressee':
      return <AddresseeField labelledBy={labelledBy} value={(value as Addressee | null) ?? null} onChange={onChange} />
    case 'contact':
      return (
        <fieldset className="contact-pair" aria-labelledby={labelledBy}>
          {untouched}
          <ContactFields contact={(value as Partial<Contact>) ?? {}} onChange={onChange} />
        </fieldset>
      )
    case 'contacts':
      return (
        <>
          {untouched}
          <ContactsAnswer {...props} />
        </>
      )
    default:
      return field === 'placedBranch' || (field === 'receivingBranch' && internal) ? <BranchAnswer {...props} /> : <TextAnswer {...props} />
  }
}
