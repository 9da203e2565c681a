import { Checkbox, Input } from 'antd'
import type { ReactNode } from 'react'
import { FormRow } from '../../../ui/FormRow.tsx'
import { useSession } from '../../../ui/session.ts'
import type { CaseView } from '../contract.ts'
import { applicationNames, methodNames, oldLetterNames, oldLetters, proofNames, type Step } from '../rules.ts'
import type { Inputs } from './step-inputs.ts'
import { type Ask, reasonLabel } from './steps.ts'
import { commonReasons, menderNames } from './words.ts'
import './answers.css'

const handoverNames: Record<Inputs['how'], string> = { self: '本人', proxy: '代领', 'confidential-mail': '机要', courier: '其他方式' }
const trackWords = { system: '系统转接', paper: '纸质介绍信' } as const

type PickProps<Value extends string> = {
  label: string
  value: Value | undefined
  options: readonly Value[]
  words: Readonly<Record<Value, string>>
  open?: string
  onPick: (value: Value | undefined) => void
}

/** The browser's own list: it opens above a dialog. */
const PickOne = <Value extends string>({ label, value, options, words, open = '请选择', onPick }: PickProps<Value>) => (
  <FormRow label={label}>
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
  inputs: Inputs
  onChange: (change: Partial<Inputs>) => void
}

const sendsBack = (step: Step) => step.endsWith('send-back')

const ReasonField = ({ step, inputs, onChange }: Pick<StepFieldsProps, 'step' | 'inputs' | 'onChange'>) => (
  <>
    {sendsBack(step) && (
      <FormRow label="常用理由" optional>
        {({ id }) => (
          <select id={id} className="answer-input" value="" onChange={event => onChange({ reason: event.target.value })}>
            <option value="">选一条，可再修改</option>
            {commonReasons.map(reason => (
              <option key={reason}>{reason}</option>
            ))}
          </select>
        )}
      </FormRow>
    )}
    <FormRow label={reasonLabel[step] ?? '理由'}>
      {({ status: _, ...field }) => (
        <Input.TextArea
          {...field}
          rows={3}
          maxLength={step === 'void-letter' ? 200 : 500}
          value={inputs.reason}
          onChange={event => onChange({ reason: event.target.value })}
        />
      )}
    </FormRow>
  </>
)

const DayField = ({ label, inputs, onChange }: Pick<StepFieldsProps, 'inputs' | 'onChange'> & { label: string }) => {
  const { today } = useSession()
  return (
    <FormRow label={label}>
      {({ id }) => <Input id={id} type="date" max={today} value={inputs.on} onChange={event => onChange({ on: event.target.value })} />}
    </FormRow>
  )
}

const ProofField = ({ choices, inputs, onChange }: StepFieldsProps) => (
  <>
    <PickOne label="接收凭据" value={inputs.proof} options={choices.proofs} words={proofNames} onPick={proof => onChange({ proof })} />
    {inputs.proof === 'callback' && (
      <div className="step-ticks">
        <Checkbox checked={inputs.toDictionaryNumber} onChange={event => onChange({ toDictionaryNumber: event.target.checked })}>
          打的是抬头库里的电话
        </Checkbox>
        <Checkbox checked={inputs.logged} onChange={event => onChange({ logged: event.target.checked })}>
          已留下通话记录
        </Checkbox>
      </div>
    )}
  </>
)

const HandoverFields = ({ inputs, onChange }: StepFieldsProps) => (
  <>
    <PickOne
      label="怎样交出"
      value={inputs.how}
      options={Object.keys(handoverNames) as Inputs['how'][]}
      words={handoverNames}
      onPick={how => onChange({ how: how ?? 'self' })}
    />
    <FormRow label="领取人" hint="代领写代领人姓名，机要写机要编号">
      {({ id }) => <Input id={id} maxLength={60} value={inputs.by} onChange={event => onChange({ by: event.target.value })} />}
    </FormRow>
    <DayField label="领取日期" inputs={inputs} onChange={onChange} />
  </>
)

const MethodField = ({ asks, choices, inputs, onChange }: StepFieldsProps) => (
  <PickOne
    label="转接方式"
    value={inputs.method}
    options={asks.includes('way-out') ? choices.methods.filter(method => method !== 'defer') : choices.methods}
    words={methodNames}
    open={asks.includes('method') ? '按所拟方式' : '请选择'}
    onPick={method => onChange({ method })}
  />
)

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

const fields: Record<Ask, (props: StepFieldsProps) => ReactNode> = {
  reason: props => <ReasonField {...props} />,
  'back-to': ({ choices, inputs, onChange }) => (
    <PickOne label="退给谁改" value={inputs.backTo} options={choices.backTo} words={menderNames} onPick={backTo => onChange({ backTo })} />
  ),
  method: props => <MethodField {...props} />,
  'way-out': props => <MethodField {...props} />,
  track: ({ choices, inputs, onChange }) => (
    <PickOne label="哪一路被退回" value={inputs.track} options={choices.tracks} words={trackWords} onPick={track => onChange({ track })} />
  ),
  proof: props => <ProofField {...props} />,
  'old-letter': ({ inputs, onChange }) => (
    <PickOne
      label="原信的交代"
      value={inputs.oldLetter}
      options={oldLetters}
      words={oldLetterNames}
      onPick={oldLetter => onChange({ oldLetter })}
    />
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
  day: ({ inputs, onChange }) => <DayField label="实际发生的日期" inputs={inputs} onChange={onChange} />,
  serial: props => <TextField {...props} label="党务系统编号" name="serial" />,
  note: props => <TextField {...props} label="备注" name="note" />,
  handover: props => <HandoverFields {...props} />,
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
