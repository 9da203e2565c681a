import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { useSession } from '../../../ui/session.ts'
import { useIdempotencyKey } from '../../../ui/useIdempotencyKey.ts'
import type { MatrixRow } from '../contract.ts'
import { type Choice, cellKey, type Item, summaryOf } from './cells.ts'
import { educationApi } from './client.ts'
import { LeftOut } from './LeftOut.tsx'
import { confirmRefusalWords } from './words.ts'

type ConfirmDialogProps = {
  choice: Choice
  items: readonly Item[]
  /** The page's rows: what was written there as evidence is offered again. */
  rows: readonly MatrixRow[]
  onClose: () => void
  onDone: () => void
}

type Cells = { graduateId: string; item: string }[]

/** Asks the server what it would refuse for this day, without writing. */
const usePreview = (cells: Cells, doneOn: string, evidence: string) =>
  useQuery(
    educationApi.confirmMany.queryOptions({
      // While nothing is typed yet, the other reasons are shown all the same.
      input: { cells, doneOn, evidence: evidence.trim() || '–', dryRun: true },
      enabled: doneOn !== '',
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
    mutationFn: (input: { cells: Cells; doneOn: string; evidence: string }) =>
      educationApi.confirmMany.call(input, { context: { idempotencyKey: key() } }),
    onSettled: renew,
    onSuccess: async ({ confirmed, refused }) => {
      await queries.invalidateQueries({ queryKey: educationApi.key() })
      if (refused.length > 0) return
      onDone()
      message.success(`已确认 ${confirmed} 项`)
    },
  })
}

/** One day and one evidence for everything chosen; what can't be confirmed is shown first and left out. */
export const ConfirmDialog = ({ choice, items, rows, onClose, onDone }: ConfirmDialogProps) => {
  const { today } = useSession()
  const formId = useId()
  const [doneOn, setDoneOn] = useState(today)
  const [evidence, setEvidence] = useState('')
  const { byItem, people } = summaryOf(choice)
  const cells = [...choice.values()].map(({ graduateId, item }) => ({ graduateId, item }))
  const preview = usePreview(cells, doneOn, evidence)
  const left = preview.data?.refused ?? []
  const leftKeys = new Set(left.map(cell => cellKey(cell.graduateId, cell.item)))
  const ready = cells.filter(cell => !leftKeys.has(cellKey(cell.graduateId, cell.item)))
  const confirm = useConfirm(() => {
    onDone()
    onClose()
  })
  const chosenItems = items.filter(({ key }) => byItem.some(entry => entry.key === key))
  const offered = new Set(
    rows.flatMap(row => row.confirmations.filter(({ item }) => choicesItem(chosenItems, item)).map(confirmation => confirmation.evidence)),
  )
  const problem = confirm.error ?? preview.error

  const submit = (event: FormEvent) => {
    event.preventDefault()
    confirm.mutate({ cells: ready, doneOn, evidence })
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
            disabled={ready.length === 0 || evidence.trim() === '' || preview.isFetching}
          >
            确认 {ready.length} 项
          </Button>
        </>
      }
    >
      <form id={formId} className="confirm-form" onSubmit={submit}>
        <p className="second">
          {chosenItems.map(({ short }) => short).join('、')}
          {chosenItems.length > 1 && '。几项共用同一日期和凭据；不同的请分开选、分开确认'}
        </p>
        <FormRow label="完成日期">
          {({ id, 'aria-invalid': invalid }) => (
            <input
              id={id}
              aria-invalid={invalid}
              type="date"
              className="plain-input"
              value={doneOn}
              max={today}
              required
              onChange={event => setDoneOn(event.target.value)}
            />
          )}
        </FormRow>
        <FormRow label="凭据" hint="签到表、照片编号、书名等，以后可以对上的写法；每次活动一份签到表即可">
          {({ id, status: _, ...field }) => (
            <>
              <input
                {...field}
                id={id}
                className="plain-input"
                value={evidence}
                maxLength={200}
                list={`${id}-offered`}
                autoComplete="off"
                onChange={event => setEvidence(event.target.value)}
              />
              <datalist id={`${id}-offered`}>
                {[...offered].map(value => (
                  <option key={value} value={value} />
                ))}
              </datalist>
            </>
          )}
        </FormRow>
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

const choicesItem = (items: readonly Item[], key: string) => items.some(item => item.key === key)
