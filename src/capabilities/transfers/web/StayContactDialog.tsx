import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { NativeSelect } from '../../../ui/NativeSelect.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { useSession } from '../../../ui/session.ts'
import { useIdempotencyKey } from '../../../ui/useIdempotencyKey.ts'
import { type ContactWay, contactWayNames, contactWays, stayContactRefusalWords } from '../rules.ts'
import { transfersApi } from './client.ts'

type Said = { on: string; way: ContactWay; spokenWith: string; note: string }

const Fields = ({ said, onChange }: { said: Said; onChange: (change: Partial<Said>) => void }) => {
  const { today } = useSession()
  return (
    <>
      <FormRow label="哪天联系的">
        {({ id }) => <Input id={id} type="date" max={today} value={said.on} onChange={event => onChange({ on: event.target.value })} />}
      </FormRow>
      <FormRow label="方式">
        {({ id }) => (
          <NativeSelect
            id={id}
            value={said.way}
            options={contactWays.map(value => ({ value, label: contactWayNames[value] }))}
            onChange={value => onChange({ way: contactWays.find(way => way === value) ?? 'phone' })}
          />
        )}
      </FormRow>
      <FormRow label="和谁联系上的" hint="本人，或境内联系人的姓名">
        {({ id }) => (
          <Input id={id} maxLength={40} value={said.spokenWith} onChange={event => onChange({ spokenWith: event.target.value })} />
        )}
      </FormRow>
      <FormRow label="近况" optional hint="不要写证件号和手机号">
        {({ id }) => (
          <Input.TextArea id={id} rows={2} maxLength={300} value={said.note} onChange={event => onChange({ note: event.target.value })} />
        )}
      </FormRow>
    </>
  )
}

/** One contact with somebody whose relation stays: kept as it was logged. */
export const StayContactDialog = ({ id, name, onClose }: { id: string; name: string; onClose: () => void }) => {
  const form = useId()
  const { today } = useSession()
  const queries = useQueryClient()
  const once = useIdempotencyKey()
  const [said, setSaid] = useState<Said>({ on: today, way: 'phone', spokenWith: '本人', note: '' })
  const log = useMutation({
    mutationFn: () =>
      transfersApi.following.logContact.call({ id, ...said, on: said.on as never }, { context: { idempotencyKey: once.key() } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: transfersApi.key() })
      onClose()
    },
    onError: () => once.renew(),
  })
  const ready = said.on !== '' && said.spokenWith.trim() !== ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready) log.mutate()
  }
  return (
    <Dialog
      title={`登记联系：${name}`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" htmlType="submit" form={form} loading={log.isPending} disabled={!ready}>
            登记
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <p className="second step-means">登记后不能改，写错了再登记一次说明。</p>
        <Fields said={said} onChange={change => setSaid(held => ({ ...held, ...change }))} />
        {log.error && (
          <p className="form-error" role="alert">
            {wordsOf(problemOf(log.error), stayContactRefusalWords)}
          </p>
        )}
      </form>
    </Dialog>
  )
}
