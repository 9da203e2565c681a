import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { useSession } from '../../../ui/session.ts'
import { useIdempotencyKey } from '../../../ui/useIdempotencyKey.ts'
import { refusalShort } from '../rules/refusal-words.ts'
import { lettersApi, transfersApi } from './client.ts'
import { HandoverFields } from './HandoverFields.tsx'
import { firstHanding, handingLack, handoverInput } from './handing.ts'
import type { WaitingLetter } from './pickup.ts'
import { stepProblem } from './step-problem.ts'
import './answers.css'
import './desk.css'

type PickUpDialogProps = { letters: readonly WaitingLetter[]; onClose: () => void; onDone: (count: number) => void }

const whyNot: Readonly<Record<string, string>> = refusalShort

/** Several letters at once, all or none: who takes them, and by which proof. */
export const PickUpDialog = ({ letters, onClose, onDone }: PickUpDialogProps) => {
  const form = useId()
  const { today } = useSession()
  const queries = useQueryClient()
  const once = useIdempotencyKey()
  const [handing, setHanding] = useState(() => firstHanding(today, letters.length === 1 ? 'screen' : 'paper'))
  const items = letters.map(({ transferId, version }) => ({ id: transferId, version }))
  const readAnew = () =>
    Promise.all([queries.invalidateQueries({ queryKey: transfersApi.key() }), queries.invalidateQueries({ queryKey: lettersApi.key() })])
  const take = useMutation({
    mutationFn: () =>
      transfersApi.letters.handOut.call({ items, ...handoverInput(handing, letters.length) }, { context: { idempotencyKey: once.key() } }),
    onSuccess: async ({ applied }) => {
      once.renew()
      await readAnew()
      if (applied) onDone(letters.length)
    },
    onError: () => {
      once.renew()
      void readAnew()
    },
  })
  const left = take.data?.rows.filter(({ allowed }) => !allowed) ?? []
  const ready = handingLack(handing, letters.length) === null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready) take.mutate()
  }
  return (
    <Dialog
      title={`登记领取：${letters.length} 封`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" htmlType="submit" form={form} loading={take.isPending} disabled={!ready}>
            登记领取 {letters.length} 封
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <ul className="pickup-names">
          {letters.map(({ transferId, serial, name, branchName }) => (
            <li key={transferId}>
              {serial}　{name}　<span className="second">{branchName}</span>
            </li>
          ))}
        </ul>
        <HandoverFields people={letters.length} handing={handing} onChange={change => setHanding(held => ({ ...held, ...change }))} />
        {left.length > 0 && (
          <div className="form-error" role="alert">
            有的不能登记，一封也没有登记：
            {left.map(({ name, reason }) => `${name}（${whyNot[reason ?? 'wrong-state']}）`).join('、')}
          </div>
        )}
        {take.error && (
          <p className="form-error" role="alert">
            {stepProblem(take.error)}
          </p>
        )}
      </form>
    </Dialog>
  )
}
