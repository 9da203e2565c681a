import { Input } from 'antd'
import type { ReactNode } from 'react'
import { FormRow } from '../../../ui/FormRow.tsx'
import { useSession } from '../../../ui/session.ts'
import { voidSheetNames, voidSheets } from '../../letters/rules.ts'
import type { CaseView } from '../contract.ts'
import { applicationNames, type Method, methodNames, oldLetterNames, oldLetters, type Step, trackLabels } from '../rules.ts'
import { HandoverFields } from './HandoverFields.tsx'
import { ProofFields } from './ProofFields.tsx'
import { ReasonField } from './ReasonField.tsx'
import type { Inputs } from './step-inputs.ts'
import type { Ask } from './steps.ts'
import { menderNames } from './words.ts'
import './answers.css'

type PickProps<Value extends string> = {
  label: string
  value: Value | undefined
  options: readonly Value[]
  words: Readonly<Record<Value, string>>
  open?: string
  hint?: string | undefined
  onPick: (value: Value | undefined) => void
}

/** The browser's own list: it opens above a dialog. */
const PickOne = <Value extends string>({ label, value, options, words, open = '请选择', hint, onPick }: PickProps<Value>) => (
  <FormRow label={label} hint={hint}>
    {({ id }) => (
      <select
        id={id}
        className="answer-input"
        value={value ?? ''}
        onChange={event => onPick(options.find(option => option === event.target.value))}
      >
        <option value="">{open}</option>
        {options.map(option => (
          <option key={option} value={option}>
            {words[option]}
          </option>
        ))}
      </select>
    )}
  </FormRow>
)

type StepFieldsProps = {
  step: Step
  asks: readonly Ask[]
  choices: CaseView['choices']
  /** The method as proposed; null: none could be. Not said of many at once. */
  proposed?: Method | null | undefined
  inputs: Inputs
  onChange: (change: Partial<Inputs>) => void
  /** Of one case: its pictures and calls. */
  receipt?: CaseView['receipt'] | undefined
}

const DayField = ({ label, inputs, onChange }: Pick<StepFieldsProps, 'inputs' | 'onChange'> & { label: string }) => {
  const { today } = useSession()
  return (
    <FormRow label={label}>
      {({ id }) => <Input id={id} type="date" max={today} value={inputs.on} onChange={event => onChange({ on: event.target.value })} />}
    </FormRow>
  )
}

const openMethod = ({ asks, proposed }: Pick<StepFieldsProps, 'asks' | 'proposed'>) => {
  if (asks.includes('way-out') || proposed === null) return '请选择'
  return proposed ? `按所拟：${methodNames[proposed]}` : '按各人所拟'
}

const methodHint = ({ asks, choices, proposed }: StepFieldsProps) => {
  if (proposed === null) return '对方没有电子转接通道，方式要由您定。开纸质介绍信的，先“例外开具”写明理由，再反馈通过。'
  return asks.includes('method') && !choices.methods.includes('paper') ? '按方案不开纸质介绍信；要开的，先“例外开具”写明理由。' : undefined
}

const MethodField = (props: StepFieldsProps) => {
  const { asks, choices, inputs, onChange } = props
  const leaves = asks.includes('way-out')
  return (
    <PickOne
      label="转接方式"
      value={inputs.method}
      options={leaves ? choices.methods.filter(method => method !== 'defer' && method !== 'retain') : choices.methods}
      words={methodNames}
      open={openMethod(props)}
      hint={methodHint(props)}
      onPick={method => onChange({ method })}
    />
  )
}

const TextField = ({ label, name, inputs, onChange }: StepFieldsProps & { label: string; name: 'note' | 'serial' }) => (
  <FormRow label={label} optional>
    {({ id }) => (
      <Input
        id={id}
        maxLength={name === 'serial' ? 60 : 500}
        value={inputs[name]}
        onChange={event => onChange({ [name]: event.target.value })}
      />
    )}
  </FormRow>
)

const ExceptionField = ({ inputs, onChange }: Pick<StepFieldsProps, 'inputs' | 'onChange'>) => (
  <FormRow label="例外开具纸质介绍信的理由" hint="按方案这件不开纸质介绍信。要同意，须写明例外的理由，存入记录。">
    {({ id }) => <Input id={id} maxLength={200} value={inputs.exception} onChange={event => onChange({ exception: event.target.value })} />}
  </FormRow>
)

const fields: Record<Ask, (props: StepFieldsProps) => ReactNode> = {
  reason: props => <ReasonField {...props} />,
  'back-to': ({ choices, inputs, onChange }) => (
    <PickOne label="退给谁改" value={inputs.backTo} options={choices.backTo} words={menderNames} onPick={backTo => onChange({ backTo })} />
  ),
  method: props => <MethodField {...props} />,
  'some-method': props => <MethodField {...props} />,
  'way-out': props => <MethodField {...props} />,
  track: ({ choices, inputs, onChange }) => (
    <PickOne label="哪一路被退回" value={inputs.track} options={choices.tracks} words={trackLabels} onPick={track => onChange({ track })} />
  ),
  proof: props => <ProofFields {...props} />,
  'old-letter': ({ inputs, onChange }) => (
    <PickOne
      label="原信的交代"
      value={inputs.oldLetter}
      options={oldLetters}
      words={oldLetterNames}
      onPick={oldLetter => onChange({ oldLetter })}
    />
  ),
  exception: ({ inputs, onChange }) => <ExceptionField inputs={inputs} onChange={onChange} />,
  sheet: ({ inputs, onChange }) => (
    <PickOne label="印出的纸" value={inputs.sheet} options={voidSheets} words={voidSheetNames} onPick={sheet => onChange({ sheet })} />
  ),
  application: ({ choices, inputs, onChange }) => (
    <PickOne
      label="申请什么"
      value={inputs.application}
      options={choices.applications}
      words={applicationNames}
      onPick={application => onChange({ application })}
    />
  ),
  day: ({ inputs, onChange }) => (
    <DayField label={inputs.proof === 'stamped-receipt' ? '回执上的日期' : '实际发生的日期'} inputs={inputs} onChange={onChange} />
  ),
  serial: props => <TextField {...props} label="党务系统编号" name="serial" />,
  note: props => <TextField {...props} label="备注" name="note" />,
  handover: ({ inputs, onChange }) => (
    <HandoverFields
      people={1}
      handing={inputs.handover}
      onChange={handover => onChange({ handover: { ...inputs.handover, ...handover } })}
    />
  ),
}

/** Exactly what the step brings, in the order it is thought of. */
export const StepFields = (props: StepFieldsProps) => {
  const { step, asks, inputs, onChange } = props
  const deferring = inputs.method === 'defer' && !asks.includes('reason')
  return (
    <>
      {asks.map(ask => {
        const Asked = fields[ask]
        return <Asked key={ask} {...props} />
      })}
      {deferring && <ReasonField step={step} inputs={inputs} onChange={onChange} />}
    </>
  )
}
