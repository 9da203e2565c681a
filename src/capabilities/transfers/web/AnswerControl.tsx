import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useSession } from '../../../ui/session.ts'
import { systemNames, systems } from '../../plans/rules.ts'
import { type Contact, questions } from '../rules.ts'
import { type Addressee, AddresseeField } from './AddresseeField.tsx'
import type { Field } from './answers.ts'
import { orgsApi } from './client.ts'
import { PlacePicker } from './PlacePicker.tsx'
import './answers.css'

export type AnswerProps = {
  field: Field
  labelledBy: string
  value: unknown
  /** The name of a place that was chosen before. */
  placeName?: string | undefined
  /** What others may see of a sealed answer, while it is not typed anew. */
  masked?: string | undefined
  /** Within the school the branch is one of its own. */
  internal?: boolean | undefined
  onChange: (value: unknown) => void
}

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

const longTexts: readonly Field[] = ['stayApplication', 'explanation']

const TextAnswer = ({ field, labelledBy, value, onChange }: AnswerProps) => {
  const shared = { 'aria-labelledby': labelledBy, className: 'answer-input', value: String(value ?? '') }
  if (longTexts.includes(field)) return <textarea {...shared} rows={5} maxLength={1000} onChange={event => onChange(event.target.value)} />
  const digits = field === 'newStudentNo' || field === 'orgCode'
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

/** A branch of the school by its exact name, so that the new branch is asked to confirm. */
const BranchAnswer = ({ labelledBy, value, onChange }: AnswerProps) => {
  const id = useId()
  const units = useQuery(orgsApi.list.queryOptions({ staleTime: 300_000 })).data ?? []
  return (
    <>
      <input
        className="answer-input"
        aria-labelledby={labelledBy}
        list={id}
        maxLength={120}
        autoComplete="off"
        value={String(value ?? '')}
        onChange={event => onChange(event.target.value)}
      />
      <datalist id={id}>
        {units
          .filter(({ level }) => level === 'branch')
          .map(unit => (
            <option key={unit.id} value={unit.name} />
          ))}
      </datalist>
    </>
  )
}

const MonthAnswer = ({ labelledBy, value, onChange, years }: AnswerProps & { years: readonly number[] }) => {
  const [year = '', month = ''] = String(value ?? '').split('-')
  const set = (y: string, m: string) => onChange(y || m ? `${y || years[0]}-${m || '01'}` : null)
  return (
    <fieldset className="month-pair" aria-labelledby={labelledBy}>
      <select className="answer-input" aria-label="年" value={year} onChange={event => set(event.target.value, month)}>
        <option value="">年</option>
        {years.map(each => (
          <option key={each} value={each}>
            {each} 年
          </option>
        ))}
      </select>
      <select className="answer-input" aria-label="月" value={month} onChange={event => set(year, event.target.value)}>
        <option value="">月</option>
        {Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0')).map(each => (
          <option key={each} value={each}>
            {Number(each)} 月
          </option>
        ))}
      </select>
    </fieldset>
  )
}

const ContactFields = ({
  contact,
  onChange,
  relation = false,
}: {
  contact: Partial<Contact>
  onChange: (contact: Partial<Contact>) => void
  relation?: boolean
}) => (
  <div className="contact-fields">
    <label>
      姓名
      <input
        className="answer-input"
        autoComplete="off"
        maxLength={40}
        value={contact.name ?? ''}
        onChange={event => onChange({ ...contact, name: event.target.value })}
      />
    </label>
    {relation && (
      <label>
        与你的关系
        <input
          className="answer-input"
          autoComplete="off"
          maxLength={20}
          value={contact.relation ?? ''}
          onChange={event => onChange({ ...contact, relation: event.target.value })}
        />
      </label>
    )}
    <label>
      电话
      <input
        className="answer-input"
        type="tel"
        autoComplete="off"
        maxLength={20}
        value={contact.phone ?? ''}
        onChange={event => onChange({ ...contact, phone: event.target.value })}
      />
    </label>
  </div>
)

const ContactsAnswer = ({ value, labelledBy, onChange }: AnswerProps) => {
  const [first = {}, second = {}] = (value as Partial<Contact>[] | null | undefined) ?? []
  return (
    <fieldset className="contact-pair" aria-labelledby={labelledBy}>
      <p className="second">第一位</p>
      <ContactFields relation contact={first} onChange={contact => onChange([contact, second])} />
      <p className="second">第二位</p>
      <ContactFields relation contact={second} onChange={contact => onChange([first, contact])} />
    </fieldset>
  )
}

/** Years to choose from: dues were paid lately, a return lies ahead. */
const yearsFor = (field: Field, today: string): number[] => {
  const year = Number(today.slice(0, 4))
  const from = field === 'duesPaidTo' ? year - 1 : year
  return Array.from({ length: field === 'duesPaidTo' ? 3 : 8 }, (_, at) => from + at)
}

/** The control for one question of the destination form; the same on phone and desk. */
export const AnswerControl = (props: AnswerProps) => {
  const { today } = useSession()
  const { field, labelledBy, value, masked, placeName, internal, onChange } = props
  const untouched = masked && (value === undefined || value === null) ? <p className="second">已填：{masked}。重新填写才会改。</p> : null
  switch (questions[field].kind) {
    case 'yes-no': {
      const yes = field === 'paperAsked' ? 'receiver' : true
      const asked = value === 'member' ? 'receiver' : value
      return (
        <Choices
          labelledBy={labelledBy}
          value={asked === undefined || asked === null ? undefined : asked === false ? 'no' : 'yes'}
          options={[
            { value: 'yes', label: field === 'paperAsked' ? '要求' : '是' },
            { value: 'no', label: field === 'paperAsked' ? '没有要求' : field === 'confirmed' ? '还没有' : '否' },
          ]}
          onPick={picked => onChange(picked === 'yes' ? yes : false)}
        />
      )
    }
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
      return <MonthAnswer {...props} years={yearsFor(field, today)} />
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
      return field === 'receivingBranch' && internal ? <BranchAnswer {...props} /> : <TextAnswer {...props} />
  }
}
