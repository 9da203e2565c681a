import { Button, Input } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { Anchor } from '../../../ui/Anchor.tsx'
import { Copyable } from '../../../ui/Copyable.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { NativeSelect } from '../../../ui/NativeSelect.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { useSession } from '../../../ui/session.ts'
import type { ReceiverView } from '../contract.ts'
import { type CallOutcome, callOutcomeNames, callOutcomes, isAnswered, MAX_ANSWERER, MAX_SAID } from '../rules.ts'
import { callRefusalWords, dictionaryHref, doubtOf } from './receipt-words.ts'
import { useReceipts } from './receipts.ts'
import './receipts.css'

type CallDialogProps = {
  id: string
  name: string
  letterNumber: string | null
  addressee: string | null
  receiver: ReceiverView | null
  onClose: () => void
  onDone?: ((outcome: CallOutcome) => void) | undefined
}

const NumberToCall = ({ receiver }: { receiver: ReceiverView }) => (
  <div className="paper-box">
    <p className="receipt-number">
      <b>{receiver.phone && <Copyable text={receiver.phone} />}</b>
      {receiver.contact && <span className="second">联系人 {receiver.contact}</span>}
    </p>
    <p className="second">{receiver.name}。号码取自抬头库，不用对方网上留的电话。</p>
    {receiver.doubt && <p className="t-ochre">{doubtOf(receiver)}</p>}
  </div>
)

/** The way to complete the entry, where there is nothing to dial. */
const NoNumber = ({ receiver, addressee }: Pick<CallDialogProps, 'receiver' | 'addressee'>) => (
  <p className="paper-box">
    {callRefusalWords[receiver ? 'no-phone' : 'not-in-dictionary']}
    <Anchor href={dictionaryHref(receiver, addressee)}>去抬头库补全</Anchor>
  </p>
)

type CallFieldsProps = {
  outcome: CallOutcome | undefined
  call: { answeredBy: string; said: string; on: string }
  onOutcome: (outcome: CallOutcome | undefined) => void
  onChange: (change: Partial<CallFieldsProps['call']>) => void
}

const CallFields = ({ outcome, call, onOutcome, onChange }: CallFieldsProps) => {
  const { today } = useSession()
  return (
    <>
      <FormRow label="结果" hint={outcome === 'wrong-number' ? '抬头库里这一条会转为待核实' : undefined}>
        {({ id }) => (
          <NativeSelect
            id={id}
            value={outcome ?? ''}
            empty="请选择"
            options={callOutcomes.map(value => ({ value, label: callOutcomeNames[value] }))}
            onChange={value => onOutcome(callOutcomes.find(each => each === value))}
          />
        )}
      </FormRow>
      {outcome && isAnswered(outcome) && (
        <FormRow label="接电话的是谁" hint="姓名和职务，例：组织科 俞某">
          {({ id }) => (
            <Input
              id={id}
              maxLength={MAX_ANSWERER}
              value={call.answeredBy}
              onChange={event => onChange({ answeredBy: event.target.value })}
            />
          )}
        </FormRow>
      )}
      <FormRow label="说了什么" optional>
        {({ id }) => (
          <Input.TextArea
            id={id}
            rows={2}
            maxLength={MAX_SAID}
            value={call.said}
            onChange={event => onChange({ said: event.target.value })}
          />
        )}
      </FormRow>
      <FormRow label="哪天打的">
        {({ id }) => <Input id={id} type="date" max={today} value={call.on} onChange={event => onChange({ on: event.target.value })} />}
      </FormRow>
    </>
  )
}

/** One call, logged where it is made. The number is the dictionary's; what came of it is kept, fruitless or not. */
export const CallDialog = ({ id, name, letterNumber, addressee, receiver, onClose, onDone }: CallDialogProps) => {
  const form = useId()
  const { today } = useSession()
  const [outcome, setOutcome] = useState<CallOutcome>()
  const [call, setCall] = useState<{ answeredBy: string; said: string; on: string }>({ answeredBy: '', said: '', on: today })
  const { log } = useReceipts(id)
  const reachable = receiver !== null && receiver.phone !== null
  const ready = outcome !== undefined && call.on !== '' && (!isAnswered(outcome) || call.answeredBy.trim() !== '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!ready || !reachable) return
    const answeredBy = isAnswered(outcome) ? call.answeredBy.trim() : ''
    log.mutate({ ...call, receiver, outcome, answeredBy, said: call.said.trim() }, { onSuccess: () => (onDone ?? onClose)(outcome) })
  }
  return (
    <Dialog
      title={`记一次回拨：${name}`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{reachable ? '取消' : '关闭'}</Button>
          {reachable && (
            <Button type="primary" htmlType="submit" form={form} loading={log.isPending} disabled={!ready}>
              记下
            </Button>
          )}
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <p className="second step-means">{[letterNumber, addressee].filter(Boolean).join('，')}</p>
        {reachable ? <NumberToCall receiver={receiver} /> : <NoNumber receiver={receiver} addressee={addressee} />}
        {reachable && (
          <div className="call-fields">
            <CallFields
              outcome={outcome}
              call={call}
              onOutcome={setOutcome}
              onChange={change => setCall(held => ({ ...held, ...change }))}
            />
          </div>
        )}
        {log.error && (
          <p className="form-error" role="alert">
            {wordsOf(problemOf(log.error), callRefusalWords)}
          </p>
        )}
      </form>
    </Dialog>
  )
}
