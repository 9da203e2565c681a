import { Input } from 'antd'
import { Anchor } from '../../../ui/Anchor.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { NativeSelect } from '../../../ui/NativeSelect.tsx'
import type { CaseView } from '../contract.ts'
import { type ProofKind, proofNames, type ReceiptForm, receiptFormNames, receiptForms } from '../rules.ts'
import { shortDay } from './days.ts'
import { callRefusalWords, dictionaryHref } from './receipt-words.ts'
import type { Inputs } from './step-inputs.ts'

type ProofFieldsProps = {
  choices: Pick<CaseView['choices'], 'proofs'>
  inputs: Inputs
  onChange: (change: Partial<Inputs>) => void
  /** Absent for many at once: a call and a picture belong to one. */
  receipt?: CaseView['receipt'] | undefined
}

const ReceiptFields = ({ inputs, onChange, receipt }: ProofFieldsProps) => (
  <>
    {receipt && (
      <FormRow
        label="怎样看到的"
        hint={receipt.pictures.length === 0 ? '凭照片登记的，先在“回执”里附上照片' : '请对着照片核：印章、姓名、编号、日期'}
      >
        {({ id }) => (
          <NativeSelect
            id={id}
            value={inputs.shown}
            options={receiptForms
              .filter(form => form === 'paper' || receipt.pictures.length > 0)
              .map(form => ({ value: form, label: receiptFormNames[form] }))}
            onChange={shown => onChange({ shown: shown as ReceiptForm })}
          />
        )}
      </FormRow>
    )}
    {receipt && (
      <div className="receipt-pair">
        <FormRow label="经办人" optional>
          {({ id }) => (
            <Input id={id} maxLength={40} value={inputs.handler} onChange={event => onChange({ handler: event.target.value })} />
          )}
        </FormRow>
        <FormRow label="联系电话" optional>
          {({ id }) => (
            <Input
              id={id}
              maxLength={40}
              inputMode="tel"
              value={inputs.handlerPhone}
              onChange={event => onChange({ handlerPhone: event.target.value })}
            />
          )}
        </FormRow>
      </div>
    )}
  </>
)

const NoCall = ({ receipt }: { receipt: CaseView['receipt'] }) => (
  <p className="paper-box">
    还没有记过能作凭据的回拨。
    {receipt.mayCall === 'yes' ? (
      '请先在“回执”里点“记一次回拨”：号码用抬头库里的，对方说已接收的，记下后再来登记。'
    ) : (
      <>
        {callRefusalWords[receipt.mayCall]}
        {(receipt.mayCall === 'no-phone' || receipt.mayCall === 'not-in-dictionary') && (
          <Anchor href={dictionaryHref(receipt.receiver, null)}>去抬头库补全</Anchor>
        )}
      </>
    )}
  </p>
)

const CallField = ({ inputs, onChange, receipt }: ProofFieldsProps) => {
  const calls = receipt?.calls.filter(({ proves }) => proves) ?? []
  if (!receipt) return null
  if (calls.length === 0) return <NoCall receipt={receipt} />
  return (
    <FormRow label="哪一次回拨" hint="只列打抬头库里的号码、对方说已接收的">
      {({ id }) => (
        <NativeSelect
          id={id}
          value={inputs.callId}
          empty="请选择"
          options={calls.map(call => ({
            value: call.id,
            label: `${shortDay(call.on)} ${call.phone}，${call.answeredBy}（${call.actorName}打的）`,
          }))}
          onChange={callId => onChange({ callId, on: calls.find(({ id }) => id === callId)?.on ?? inputs.on })}
        />
      )}
    </FormRow>
  )
}

/** What acceptance rests on, with what that proof brings along. */
export const ProofFields = (props: ProofFieldsProps) => {
  const { choices, inputs, onChange, receipt } = props
  const open: readonly ProofKind[] = receipt ? choices.proofs : choices.proofs.filter(kind => kind !== 'callback')
  return (
    <>
      <FormRow label="接收凭据">
        {({ id }) => (
          <NativeSelect
            id={id}
            value={inputs.proof ?? ''}
            empty="请选择"
            options={open.map(kind => ({ value: kind, label: proofNames[kind] }))}
            onChange={kind => onChange({ proof: open.find(each => each === kind) })}
          />
        )}
      </FormRow>
      {inputs.proof === 'stamped-receipt' && <ReceiptFields {...props} />}
      {inputs.proof === 'callback' && <CallField {...props} />}
    </>
  )
}
