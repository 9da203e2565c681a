import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import type { Day } from '../../../kernel/day.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { ScanChoice } from '../../../ui/Scans.tsx'
import { useSession } from '../../../ui/session.ts'
import { useIdempotencyKey } from '../../../ui/useIdempotencyKey.ts'
import { SCAN_ACCEPT } from '../../attachments/rules.ts'
import type { ListView } from '../contract.ts'
import { mayReceive } from '../rules.ts'
import { dossiersApi } from './client.ts'
import { listRefusalWords } from './words.ts'

/** Who took the bags at the archive office, on which day, and the signed sheet where there is one. */
export const ReceiveDialog = ({ list, onClose }: { list: ListView; onClose: () => void }) => {
  const { today } = useSession()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const { key, renew } = useIdempotencyKey()
  const formId = useId()
  const [onDay, setOnDay] = useState(today)
  const [by, setBy] = useState('')
  const [scan, setScan] = useState<File>()
  const [wrong, setWrong] = useState<string>()
  const receive = useMutation({
    mutationFn: () =>
      dossiersApi.lists.receive.call(
        { id: list.id, version: list.version, onDay, by, ...(scan && { scan }) },
        { context: { idempotencyKey: key() } },
      ),
    onSettled: renew,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: dossiersApi.key() })
      message.success(`已登记接收，${list.people} 袋`)
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const decision = mayReceive({ state: list.state, madeOn: list.madeOn as Day }, { onDay: onDay as Day, by }, today as Day)
    setWrong(decision.allowed ? undefined : listRefusalWords[decision.reason])
    if (decision.allowed) receive.mutate()
  }
  const said = wrong ?? (receive.error && wordsOf(problemOf(receive.error), listRefusalWords))
  return (
    <Dialog
      title={`登记接收 ${list.text}`}
      onClose={onClose}
      actions={
        <>
          <Button type="text" onClick={onClose}>
            先不登记
          </Button>
          <Button type="primary" htmlType="submit" form={formId} loading={receive.isPending}>
            登记接收 {list.people} 袋
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit}>
        <p className="second">登记后材料不能再改；确需改动的，由党总支重新打开并写明理由。</p>
        <FormRow label="接收人" hint="校档案馆签收的同志">
          {field => <Input {...field} maxLength={60} value={by} onChange={event => setBy(event.target.value)} />}
        </FormRow>
        <FormRow label="接收日期">
          {({ id }) => (
            <input
              id={id}
              type="date"
              className="dossier-day"
              value={onDay}
              min={list.madeOn}
              max={today}
              required
              onChange={event => setOnDay(event.target.value)}
            />
          )}
        </FormRow>
        <FormRow label="签字的清单" optional>
          {() => <ScanChoice file={scan} accept={SCAN_ACCEPT} hint="PDF、JPG、PNG，不超过 8 MB" onFile={setScan} />}
        </FormRow>
        {said && (
          <p className="form-error" role="alert">
            {said}
          </p>
        )}
      </form>
    </Dialog>
  )
}
