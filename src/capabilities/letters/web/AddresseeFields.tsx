import { Input, Segmented, Select } from 'antd'
import { FormRow } from '../../../ui/FormRow.tsx'
import type { AddresseeView } from '../contract.ts'
import { type AddresseeKind, addresseeKinds, checkAddressee, maySaveName } from '../rules.ts'
import { doubtAdvice, kindWords } from './words.ts'

export type Draft = Pick<AddresseeView, 'name' | 'kind' | 'nameReason' | 'divisionCode' | 'orgCode' | 'needsPaper' | 'contact' | 'phone'>

const empty: Draft = {
  name: '',
  kind: 'organisation-department',
  nameReason: null,
  divisionCode: null,
  orgCode: null,
  needsPaper: null,
  contact: null,
  phone: null,
}

export const draftOf = (addressee: AddresseeView | undefined): Draft => {
  if (!addressee) return empty
  const { name, kind, nameReason, divisionCode, orgCode, needsPaper, contact, phone } = addressee
  return { name, kind, nameReason, divisionCode, orgCode, needsPaper, contact, phone }
}

const malformed = (text: string | null, digits: number) => text !== null && !new RegExp(`^\\d{${digits}}$`).test(text)

export type Fault = 'name' | 'nameReason' | 'divisionCode' | 'orgCode'

/** What keeps the form from being sent. */
export const faultsOf = ({ name, nameReason, divisionCode, orgCode }: Draft): Fault[] => [
  ...(name.trim() === '' ? (['name'] as const) : []),
  ...(name.trim() !== '' && !maySaveName(name, nameReason).allowed ? (['nameReason'] as const) : []),
  ...(malformed(divisionCode, 6) ? (['divisionCode'] as const) : []),
  ...(malformed(orgCode, 12) ? (['orgCode'] as const) : []),
]

const paperChoices = [
  { value: 'unknown', label: '不清楚' },
  { value: 'yes', label: '要纸质信' },
  { value: 'no', label: '不要' },
]
const paperValue = (needsPaper: boolean | null) => (needsPaper === null ? 'unknown' : needsPaper ? 'yes' : 'no')

type FieldsProps = { draft: Draft; onChange: (draft: Draft) => void; divisionName: string | null }

const NameFields = ({ draft, onChange }: Omit<FieldsProps, 'divisionName'>) => {
  const findings = draft.name.trim() === '' ? [] : checkAddressee(draft.name)
  const wrong = findings.find(({ severity }) => severity === 'wrong')
  const doubtful = findings.filter(({ severity }) => severity === 'doubtful').map(({ reason }) => doubtAdvice[reason])
  return (
    <>
      <FormRow label="抬头全称" hint={doubtful.join('') || '照对方公章写全称'} error={wrong && doubtAdvice[wrong.reason]}>
        {field => (
          <Input.TextArea
            {...field}
            autoSize={{ minRows: 1, maxRows: 3 }}
            maxLength={80}
            value={draft.name}
            onChange={event => onChange({ ...draft, name: event.target.value.replace(/\n/g, '') })}
          />
        )}
      </FormRow>
      {findings.length > 0 && (
        <FormRow label="仍要这样写的理由" optional={!wrong} hint="如：对方来函落款如此，已电话核实">
          {field => (
            <Input
              {...field}
              maxLength={200}
              value={draft.nameReason ?? ''}
              onChange={event => onChange({ ...draft, nameReason: event.target.value || null })}
            />
          )}
        </FormRow>
      )}
    </>
  )
}

export const AddresseeFields = ({ draft, onChange, divisionName }: FieldsProps) => {
  const faults = faultsOf(draft)
  const text = (name: 'contact' | 'phone' | 'divisionCode' | 'orgCode', label: string, hint: string, most: number, error?: string) => (
    <FormRow label={label} optional hint={hint} error={error}>
      {field => (
        <Input
          {...field}
          maxLength={most}
          value={draft[name] ?? ''}
          onChange={event => onChange({ ...draft, [name]: event.target.value.trim() || null })}
        />
      )}
    </FormRow>
  )
  return (
    <>
      <NameFields draft={draft} onChange={onChange} />
      <FormRow label="类别">
        {({ id }) => (
          <Select<AddresseeKind>
            id={id}
            className="addressee-kind"
            value={draft.kind}
            onChange={kind => onChange({ ...draft, kind })}
            options={addresseeKinds.map(value => ({ value, label: kindWords[value] }))}
          />
        )}
      </FormRow>
      {text(
        'divisionCode',
        '行政区划代码',
        divisionName ? `6 位；现为${divisionName}` : '6 位，用来判断省内省外',
        6,
        faults.includes('divisionCode') ? '应为 6 位数字' : undefined,
      )}
      {text('orgCode', '党组织代码', '12 位，系统转接时用', 12, faults.includes('orgCode') ? '应为 12 位数字' : undefined)}
      <FormRow label="对方要不要纸质介绍信">
        {({ id }) => (
          <Segmented
            id={id}
            options={paperChoices}
            value={paperValue(draft.needsPaper)}
            onChange={value => onChange({ ...draft, needsPaper: value === 'unknown' ? null : value === 'yes' })}
          />
        )}
      </FormRow>
      {text('contact', '联系人', '对方办理转接的同志或科室', 40)}
      {text('phone', '联系电话', '回拨核实用的办公电话', 40)}
    </>
  )
}
