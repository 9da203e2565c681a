import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Radio } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { useSession } from '../../../ui/session.ts'
import { useIdempotencyKey } from '../../../ui/useIdempotencyKey.ts'
import { type FarewellKind, kindNames, type Way, wayNames, waysOf } from '../rules.ts'
import { farewellApi } from './client.ts'
import { recordRefusalWords } from './words.ts'

type RecordDialogProps = {
  kind: FarewellKind
  people: readonly { graduateId: string; name: string }[]
  onClose: () => void
  onDone: () => void
}

const byLabels: Record<FarewellKind, string> = { notice: '收件人', talk: '谈话人' }
const byHints: Record<FarewellKind, string> = { notice: '收下签好的告知书的同志', talk: '和毕业生谈话的同志' }

/** One day, one way and one person for everybody chosen; what cannot be recorded is said by name, and nothing is written. */
export const RecordDialog = ({ kind, people, onClose, onDone }: RecordDialogProps) => {
  const { today, name } = useSession()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const { key, renew } = useIdempotencyKey()
  const formId = useId()
  const [onDay, setOnDay] = useState<string>(today)
  const [how, setHow] = useState<Way>(waysOf[kind][0]!)
  const [by, setBy] = useState(name)
  const [note, setNote] = useState('')
  const record = useMutation({
    mutationFn: () =>
      farewellApi.record.call(
        { graduateIds: people.map(({ graduateId }) => graduateId), kind, onDay, how, by, note },
        { context: { idempotencyKey: key() } },
      ),
    onSettled: renew,
    onSuccess: async ({ recorded, refused }) => {
      await queries.invalidateQueries({ queryKey: farewellApi.key() })
      if (refused.length > 0) return
      message.success(`已登记${kindNames[kind]} ${recorded} 人`)
      onDone()
      onClose()
    },
  })
  const left = record.data?.refused ?? []
  const submit = (event: FormEvent) => {
    event.preventDefault()
    record.mutate()
  }
  return (
    <Dialog
      title={`登记${kindNames[kind]}，共 ${people.length} 人`}
      onClose={onClose}
      actions={
        <>
          <Button type="text" onClick={onClose}>
            先不登记
          </Button>
          <Button type="primary" htmlType="submit" form={formId} loading={record.isPending} disabled={by.trim() === '' || onDay === ''}>
            登记 {people.length} 人
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit}>
        <p className="second">{people.map(person => person.name).join('、')}</p>
        <FormRow label="日期">
          {({ id }) => (
            <input
              id={id}
              type="date"
              className="farewell-day"
              value={onDay}
              max={today}
              required
              onChange={event => setOnDay(event.target.value)}
            />
          )}
        </FormRow>
        {waysOf[kind].length > 1 && (
          <FormRow label="方式">
            {({ id }) => (
              <Radio.Group
                id={id}
                value={how}
                onChange={event => setHow(event.target.value)}
                options={waysOf[kind].map(value => ({ value, label: wayNames[value] }))}
              />
            )}
          </FormRow>
        )}
        <FormRow label={byLabels[kind]} hint={byHints[kind]}>
          {field => <Input {...field} maxLength={60} value={by} onChange={event => setBy(event.target.value)} />}
        </FormRow>
        <FormRow label="备注" optional hint={kind === 'talk' ? '谈了什么要点；不写身份证号、电话' : '如：原件存支部'}>
          {field => (
            <Input.TextArea
              {...field}
              maxLength={500}
              autoSize={{ minRows: 2, maxRows: 5 }}
              value={note}
              onChange={event => setNote(event.target.value)}
            />
          )}
        </FormRow>
        {left.length > 0 && (
          <div className="form-error" role="alert">
            <p>下面的人不能登记，一人也没有写入。请去掉他们再登记。</p>
            <ul className="farewell-left">
              {left.map(({ graduateId, name: whom, reason }) => (
                <li key={graduateId}>
                  {whom}：{recordRefusalWords[reason]}
                </li>
              ))}
            </ul>
          </div>
        )}
        {record.error && (
          <p className="form-error" role="alert">
            {wordsOf(problemOf(record.error))}
          </p>
        )}
      </form>
    </Dialog>
  )
}
