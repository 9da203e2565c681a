import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { FormRow } from '../../../ui/FormRow.tsx'
import { NativeSelect } from '../../../ui/NativeSelect.tsx'
import { type AskedOf, evidenceOf, type Typed, waysOf } from './saying.ts'

export type Change = (change: Partial<Typed>) => void
type FieldsProps = { typed: Typed; onChange: Change }

type TextRowProps = {
  label: string
  hint?: string
  error?: string | undefined
  optional?: boolean
  value: string
  max?: number
  list?: readonly string[]
  onChange: (value: string) => void
}

/** One line of text, with what was written before on offer. */
export const TextRow = ({ label, hint, error, optional = false, value, max = 120, list, onChange }: TextRowProps) => (
  <FormRow label={label} hint={hint} error={error} optional={optional}>
    {({ id, status: _, ...field }) => (
      <>
        <input
          {...field}
          id={id}
          className="plain-input"
          value={value}
          maxLength={max}
          autoComplete="off"
          {...(list && { list: `${id}-offered` })}
          onChange={event => onChange(event.target.value)}
        />
        {list && (
          <datalist id={`${id}-offered`}>
            {list.map(offered => (
              <option key={offered} value={offered} />
            ))}
          </datalist>
        )}
      </>
    )}
  </FormRow>
)

/** On which day; never one to come. */
export const DayRow = ({ value, max, onChange }: { value: string; max: string; onChange: (value: string) => void }) => (
  <FormRow label="完成日期">
    {({ id, 'aria-invalid': invalid }) => (
      <input
        id={id}
        aria-invalid={invalid}
        type="date"
        className="plain-input"
        value={value}
        max={max}
        required
        onChange={event => onChange(event.target.value)}
      />
    )}
  </FormRow>
)

export const MadeUpRow = ({ value, onChange }: { value: boolean; onChange: (value: boolean) => void }) => (
  <div className="form-row confirm-made-up">
    <Checkbox checked={value} onChange={event => onChange(event.target.checked)}>
      补做：当时没有参加，事后补的
    </Checkbox>
  </div>
)

export const WayRow = ({ item, mayExempt, typed, onChange }: FieldsProps & { item: AskedOf; mayExempt: boolean }) => {
  const ways = waysOf(item, mayExempt)
  if (ways.length === 1) return null
  return (
    <FormRow label="怎样做的">
      {({ id }) => (
        <NativeSelect
          id={id}
          value={typed.way}
          options={ways}
          onChange={value => onChange({ way: ways.find(way => way.value === value)?.value ?? 'usual' })}
        />
      )}
    </FormRow>
  )
}

export const ServiceFields = ({ typed, onChange }: FieldsProps) => (
  <>
    <div className="record-pair">
      <FormRow label="时长（小时）">
        {({ id, status: _, ...field }) => (
          <input
            {...field}
            id={id}
            className="plain-input"
            type="number"
            inputMode="decimal"
            min={0.5}
            max={24}
            step={0.5}
            value={typed.hours}
            onChange={event => onChange({ hours: event.target.value })}
          />
        )}
      </FormRow>
      <TextRow label="地点" optional value={typed.place} onChange={place => onChange({ place })} />
    </div>
    <TextRow label="服务内容" optional value={typed.what} onChange={what => onChange({ what })} />
  </>
)

type EvidenceProps = FieldsProps & { optional: boolean; list?: readonly string[]; hint?: string; label?: string }

/** What it can be checked by; beside a book or hours it may be left out. */
export const EvidenceRow = ({ typed, onChange, optional, list, hint, label }: EvidenceProps): ReactNode => {
  const words = evidenceOf(typed.way)
  return (
    <TextRow
      label={label ?? words.label}
      hint={hint ?? words.hint}
      optional={optional}
      value={typed.evidence}
      max={200}
      {...(list && { list })}
      onChange={evidence => onChange({ evidence })}
    />
  )
}
