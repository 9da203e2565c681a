import { Input } from 'antd'
import { FormRow } from '../../../ui/FormRow.tsx'
import type { Step } from '../rules.ts'
import type { Inputs } from './step-inputs.ts'
import { reasonLabel } from './steps.ts'
import { commonReasons } from './words.ts'

type ReasonFieldProps = { step: Step; inputs: Inputs; onChange: (change: Partial<Inputs>) => void }

/** A reason from the list, words of one's own, or both; picking one leaves what was typed. */
export const ReasonField = ({ step, inputs, onChange }: ReasonFieldProps) => {
  const listed = commonReasons[step]
  const label = reasonLabel[step] ?? '理由'
  return (
    <>
      {listed && (
        <FormRow label={label}>
          {({ id }) => (
            <select id={id} className="answer-input" value={inputs.cause} onChange={event => onChange({ cause: event.target.value })}>
              <option value="">不在其中，自己写</option>
              {listed.map(reason => (
                <option key={reason}>{reason}</option>
              ))}
            </select>
          )}
        </FormRow>
      )}
      <FormRow label={listed ? '补充说明' : label} optional={inputs.cause !== ''}>
        {({ status: _, ...field }) => (
          <Input.TextArea
            {...field}
            rows={3}
            maxLength={step === 'void-letter' ? 160 : 400}
            value={inputs.reason}
            onChange={event => onChange({ reason: event.target.value })}
          />
        )}
      </FormRow>
    </>
  )
}
