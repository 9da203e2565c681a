import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useSession } from '../../../ui/session.ts'
import { useIdempotencyKey } from '../../../ui/useIdempotencyKey.ts'
import type { StepResult } from '../contract.ts'
import { troubleKey } from '../rules.ts'
import { dossiersApi } from './client.ts'
import { Explaining } from './Explaining.tsx'
import { type BatchStep, stepRefusalWords, stepWords } from './words.ts'

type Previewed = Awaited<ReturnType<typeof dossiersApi.preview.call>>[number]
type Explanations = Readonly<Record<string, Readonly<Record<string, string>>>>

/** With what was said before; a row is ready when every trouble has its reason. */
export const saidOf = (row: Previewed, said: Explanations) =>
  Object.fromEntries(
    row.troubles.map(trouble => [troubleKey(trouble), said[row.graduateId]?.[troubleKey(trouble)] ?? trouble.explained ?? '']),
  )
const isExplained = (row: Previewed, said: Explanations) => Object.values(saidOf(row, said)).every(reason => reason.trim() !== '')

const take = (step: BatchStep, rows: readonly Previewed[], said: Explanations, reason: string, key: string): Promise<StepResult> => {
  const people = rows.map(({ graduateId, version }) => ({ graduateId, version }))
  const options = { context: { idempotencyKey: key } }
  const calls: Record<BatchStep, () => Promise<StepResult>> = {
    pack: () =>
      dossiersApi.pack.call(
        { people: rows.map(row => ({ graduateId: row.graduateId, version: row.version, explained: saidOf(row, said) })) },
        options,
      ),
    check: () => dossiersApi.check.call({ people }, options),
    'send-back': () => dossiersApi.sendBack.call({ people, reason }, options),
    postpone: () => dossiersApi.postpone.call({ people, reason }, options),
    resume: () => dossiersApi.resume.call({ people }, options),
    reopen: () => dossiersApi.reopen.call({ people, reason }, options),
  }
  return calls[step]()
}

const LeftOut = ({ title, rows }: { title: string; rows: readonly { graduateId: string; name: string; words: string }[] }) =>
  rows.length === 0 ? null : (
    <div className="dossier-left">
      <p className="second">{title}</p>
      <ul>
        {rows.map(({ graduateId, name, words }) => (
          <li key={graduateId}>
            {name}：{words}
          </li>
        ))}
      </ul>
    </div>
  )

type StepDialogProps = { step: BatchStep; graduateIds: readonly string[]; onClose: () => void; onDone: () => void }

/** What the step does to each of them, then the step for those who can take it: all of these or none. */
export const StepDialog = ({ step, graduateIds, onClose, onDone }: StepDialogProps) => {
  const words = stepWords[step]
  const { name } = useSession()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const { key, renew } = useIdempotencyKey()
  const formId = useId()
  const [said, setSaid] = useState<Explanations>({})
  const [reason, setReason] = useState('')
  const asked = { graduateIds: [...graduateIds], step }
  const preview = useQuery(dossiersApi.preview.queryOptions({ input: asked, gcTime: 0, staleTime: 0 }))
  const rows = preview.data ?? []
  const able = rows.filter(({ refused }) => refused === null || (step === 'pack' && refused === 'unexplained'))
  const ready = step === 'pack' ? able.filter(row => isExplained(row, said)) : able
  const act = useMutation({
    mutationFn: () => take(step, ready, said, reason.trim(), key()),
    onSettled: renew,
    onSuccess: async ({ done, refused }) => {
      await queries.invalidateQueries({ queryKey: dossiersApi.key() })
      if (refused.length > 0) return
      message.success(`${words.done} ${done} 人`)
      onDone()
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    act.mutate()
  }
  const lacksReason = words.reason !== undefined && reason.trim() === ''
  return (
    <Dialog
      title={`${words.title}，${graduateIds.length} 人`}
      onClose={onClose}
      actions={
        <>
          <Button type="text" onClick={onClose}>
            先不办
          </Button>
          <Button type="primary" htmlType="submit" form={formId} loading={act.isPending} disabled={ready.length === 0 || lacksReason}>
            {words.act} {ready.length} 人
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit}>
        <p className="second">
          {words.means}
          {(step === 'pack' || step === 'check') && `签字人：${name}。`}
        </p>
        {preview.isPending && <Skeleton lines={4} />}
        {ready.length > 0 && <p className="dossier-names">{ready.map(row => row.name).join('、')}</p>}
        {words.reason && (
          <FormRow label={words.reason}>
            {field => <Input {...field} maxLength={200} value={reason} onChange={event => setReason(event.target.value)} />}
          </FormRow>
        )}
        {step === 'pack' && (
          <Explaining
            rows={able.filter(row => row.troubles.length > 0)}
            saidOf={row => saidOf(row, said)}
            onSay={(graduateId, reasons) => setSaid({ ...said, [graduateId]: reasons })}
          />
        )}
        {step === 'pack' && able.length > ready.length && (
          <p className="second">{able.length - ready.length} 人的问题还没有写全理由，先不装档。</p>
        )}
        <LeftOut
          title="下面的人这次不办："
          rows={rows.filter(row => !able.includes(row)).map(row => ({ ...row, words: stepRefusalWords[row.refused!] }))}
        />
        {act.data && act.data.refused.length > 0 && (
          <div className="form-error" role="alert">
            <LeftOut
              title="下面的人没有办成，其他人也没有写入。请看过以后再办："
              rows={act.data.refused.map(row => ({ ...row, words: stepRefusalWords[row.reason] }))}
            />
          </div>
        )}
        {(act.error ?? preview.error) && (
          <p className="form-error" role="alert">
            {wordsOf(problemOf(act.error ?? preview.error))}
          </p>
        )}
      </form>
    </Dialog>
  )
}
