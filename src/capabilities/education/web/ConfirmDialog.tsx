import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { useSession } from '../../../ui/session.ts'
import { useIdempotencyKey } from '../../../ui/useIdempotencyKey.ts'
import type { MatrixRow } from '../contract.ts'
import { BookFields } from './BookFields.tsx'
import { type Choice, type Chosen, cellKey, type Item, summaryOf } from './cells.ts'
import { educationApi } from './client.ts'
import { LeftOut } from './LeftOut.tsx'
import { DayRow, EvidenceRow, MadeUpRow, ServiceFields, WayRow } from './RecordFields.tsx'
import { nothingTyped, saidOf, type Typed } from './saying.ts'
import { confirmRefusalWords } from './words.ts'

type ConfirmDialogProps = {
  choice: Choice
  items: readonly Item[]
  /** The page's rows: what was written there as evidence is offered again. */
  rows: readonly MatrixRow[]
  onClose: () => void
  onDone: () => void
}

type Asked = Parameters<typeof educationApi.confirmMany.call>[0]

/** Asks the server what it would refuse of this, without writing. */
const usePreview = (asked: Asked) =>
  useQuery(
    educationApi.confirmMany.queryOptions({
      // While nothing is typed yet, the other reasons are shown all the same.
      input: { ...asked, evidence: asked.evidence?.trim() || '–', dryRun: true },
      enabled: asked.doneOn !== '',
      placeholderData: keepPreviousData,
      gcTime: 0,
      staleTime: 0,
    }),
  )

const useConfirm = (onDone: () => void) => {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const { key, renew } = useIdempotencyKey()
  return useMutation({
    mutationFn: (input: Asked) => educationApi.confirmMany.call(input, { context: { idempotencyKey: key() } }),
    onSettled: renew,
    onSuccess: async ({ confirmed, refused }) => {
      await queries.invalidateQueries({ queryKey: educationApi.key() })
      if (refused.length > 0) return
      onDone()
      message.success(`已确认 ${confirmed} 项`)
    },
  })
}

const evidenceIn = (rows: readonly MatrixRow[], items: readonly Item[]): string[] => [
  ...new Set(
    rows.flatMap(row =>
      row.confirmations
        .filter(({ item, basis }) => basis === 'other' && items.some(({ key }) => key === item))
        .map(({ evidence }) => evidence),
    ),
  ),
]

const wordsFor = (items: readonly Item[]) =>
  items.map(({ short }) => short).join('、') + (items.length > 1 ? '。几项共用同一日期和凭据；不同的请分开选、分开确认' : '')

const cellsFor = (chosen: readonly Chosen[], items: readonly Item[], typed: Typed) =>
  chosen.map(({ graduateId, item }) => {
    const asked = items.find(({ key }) => key === item)!
    return { graduateId, item, ...saidOf(asked, typed, graduateId) }
  })

/** One day for everything chosen, and what each item asks for; what can't be confirmed is shown first and left out. */
export const ConfirmDialog = ({ choice, items, rows, onClose, onDone }: ConfirmDialogProps) => {
  const { today } = useSession()
  const formId = useId()
  const [doneOn, setDoneOn] = useState(today)
  const [madeUp, setMadeUp] = useState(false)
  const [typed, setTyped] = useState(nothingTyped)
  const change = (more: Partial<Typed>) => setTyped(before => ({ ...before, ...more }))
  const { byItem, people } = summaryOf(choice)
  const chosen = [...choice.values()]
  const chosenItems = items.filter(({ key }) => byItem.some(entry => entry.key === key))
  const asks = (record: Item['record']) => typed.way === 'usual' && chosenItems.some(item => item.record === record)
  const cells = cellsFor(chosen, items, typed)
  const asked = { cells, doneOn, evidence: typed.evidence, madeUp }
  const preview = usePreview(asked)
  const left = preview.data?.refused ?? []
  const leftKeys = new Set(left.map(cell => cellKey(cell.graduateId, cell.item)))
  const ready = cells.filter(cell => !leftKeys.has(cellKey(cell.graduateId, cell.item)))
  const itself = ready.every(({ basis }) => basis === 'book' || basis === 'hours')
  const confirm = useConfirm(() => {
    onDone()
    onClose()
  })
  const givers = chosen.filter(({ item }) => items.find(({ key }) => key === item)?.record === 'book')
  const problem = confirm.error ?? preview.error
  const [only] = chosenItems

  const submit = (event: FormEvent) => {
    event.preventDefault()
    confirm.mutate({ ...asked, cells: ready })
  }

  return (
    <Dialog
      title={`确认 ${cells.length} 项，共 ${people} 人`}
      onClose={onClose}
      actions={
        <>
          <Button type="text" onClick={onClose}>
            先不确认
          </Button>
          <Button
            type="primary"
            htmlType="submit"
            form={formId}
            loading={confirm.isPending}
            disabled={ready.length === 0 || (!itself && typed.evidence.trim() === '') || preview.isFetching}
          >
            确认 {ready.length} 项
          </Button>
        </>
      }
    >
      <form id={formId} className="confirm-form" onSubmit={submit}>
        <p className="second">{wordsFor(chosenItems)}</p>
        {chosenItems.length === 1 && <WayRow item={only!} mayExempt typed={typed} onChange={change} />}
        <DayRow value={doneOn} max={today} onChange={setDoneOn} />
        {asks('book') && <BookFields people={givers} typed={typed} onChange={change} />}
        {asks('hours') && <ServiceFields typed={typed} onChange={change} />}
        <EvidenceRow typed={typed} onChange={change} optional={itself} list={evidenceIn(rows, chosenItems)} />
        {typed.way !== 'exempt' && <MadeUpRow value={madeUp} onChange={setMadeUp} />}
        <LeftOut cells={left} items={items} />
        {problem && (
          <p className="form-error" role="alert">
            {wordsOf(problemOf(problem), confirmRefusalWords)}
          </p>
        )}
      </form>
    </Dialog>
  )
}
