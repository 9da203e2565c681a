import { Input, InputNumber, Select, Switch } from 'antd'
import { newKey } from './new-key.ts'
import type { Field } from './spec.ts'

type FieldControlProps = {
  field: Field
  value: unknown
  /** For the label elsewhere, and the complaint below. */
  id: string
  describedBy: string | undefined
  wrong: boolean
  onChange: (value: unknown) => void
}

const emptied = (field: Field, text: string): string | null | undefined => {
  if (text !== '') return text
  if ('nullable' in field && field.nullable) return null
  return 'optional' in field && field.optional ? undefined : text
}

/** 一行一种; a name that was there keeps its key. */
const namesOf = (text: string, before: readonly { key: string; name: string }[]) =>
  text.split('\n').map((name, at) => before.find(one => one.name === name) ?? { key: before[at]?.key ?? newKey('way'), name })

const months = (text: string) =>
  text
    .split(/[、,，\s]+/)
    .filter(Boolean)
    .map(Number)

/** One property of a plan. Days are the browser's own field: typed by keyboard on a desk, a wheel on a phone. */
export const FieldControl = ({ field, value, id, describedBy, wrong, onChange }: FieldControlProps) => {
  const common = { id, 'aria-describedby': describedBy, 'aria-invalid': wrong, status: wrong ? ('error' as const) : ('' as const) }
  switch (field.type) {
    case 'text':
      return (
        <Input
          {...common}
          value={(value as string | null | undefined) ?? ''}
          onChange={event => onChange(emptied(field, event.target.value))}
        />
      )
    case 'long':
      return (
        <Input.TextArea
          {...common}
          autoSize={{ minRows: 2, maxRows: 8 }}
          value={(value as string | null | undefined) ?? ''}
          onChange={event => onChange(emptied(field, event.target.value))}
        />
      )
    case 'day':
      return (
        <Input
          {...common}
          type="date"
          value={(value as string | null) ?? ''}
          onChange={event => onChange(emptied(field, event.target.value))}
        />
      )
    case 'number':
      return (
        <InputNumber
          {...common}
          className="edit-number"
          min={field.min}
          max={field.max}
          step={field.step ?? 1}
          precision={field.step === undefined ? 0 : 1}
          value={(value as number | null) ?? null}
          onChange={next => onChange(next ?? (field.nullable ? null : field.min))}
        />
      )
    case 'switch':
      return <Switch id={id} aria-describedby={describedBy} checked={value === true} onChange={onChange} />
    case 'select':
      return (
        <Select
          {...common}
          className="edit-select"
          showSearch={{ optionFilterProp: 'label' }}
          options={[...field.options]}
          value={value as string}
          onChange={onChange}
        />
      )
    case 'many':
      return (
        <Select
          {...common}
          className="edit-select"
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={[...field.options]}
          value={[...(value as string[])]}
          onChange={onChange}
        />
      )
    case 'names': {
      const before = value as { key: string; name: string }[]
      return (
        <Input.TextArea
          {...common}
          autoSize={{ minRows: 1, maxRows: 6 }}
          value={before.map(({ name }) => name).join('\n')}
          onChange={event => onChange(event.target.value === '' ? [] : namesOf(event.target.value, before))}
        />
      )
    }
    case 'months':
      return <Input {...common} defaultValue={(value as number[]).join('、')} onBlur={event => onChange(months(event.target.value))} />
  }
}
