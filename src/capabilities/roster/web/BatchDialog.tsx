import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import type { Chosen } from '../../../ui/chosen.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { NativeSelect } from '../../../ui/NativeSelect.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import type { BatchPreview } from '../contract/batch.ts'
import type { RosterFilter } from '../contract.ts'
import { basisHint } from '../rules/weight.ts'
import { BatchPeople } from './BatchPeople.tsx'
import { BatchValue } from './BatchValue.tsx'
import { changeOf, type Item, type What, whatLabel, whats } from './batchItems.ts'
import { rosterApi } from './client.ts'
import { batchRefusalWords } from './words.ts'
import './batch.css'

type BatchDialogProps = { filter: RosterFilter; chosen: Chosen; count: number; onClose: () => void; onDone: () => void }

const wordsFor = (error: unknown): string => {
  const problem = problemOf(error)
  if (problem.code === 'CONFLICT') return '有人刚刚改过其中的人，这一批都没有写入。请重新预览，核对后再写入。'
  return wordsOf(problem, batchRefusalWords)
}

type LinesProps = { items: readonly Item[]; onItems: (items: Item[]) => void }

const Lines = ({ items, onItems }: LinesProps) => {
  const set = (at: number, item: Item) => onItems(items.toSpliced(at, 1, item))
  return (
    <ol className="batch-lines">
      {items.map((item, at) => (
        <li key={item.what}>
          <NativeSelect
            label={`第 ${at + 1} 项改什么`}
            value={item.what}
            options={whats
              .filter(what => what === item.what || !items.some(other => other.what === what))
              .map(value => ({ value, label: whatLabel(value) }))}
            onChange={what => set(at, { what: what as What, text: '' })}
          />
          <BatchValue item={item} onText={text => set(at, { ...item, text })} />
          <Button
            type="text"
            aria-label={`去掉第 ${at + 1} 项`}
            disabled={items.length === 1}
            onClick={() => onItems(items.toSpliced(at, 1))}
          >
            ×
          </Button>
        </li>
      ))}
    </ol>
  )
}

const useBatch = ({ filter, chosen, onDone, onClose }: BatchDialogProps) => {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const { cohortId, ...asked } = filter
  const who = chosen.all ? { filter: asked } : { ids: [...chosen.keys] }
  const preview = useMutation({
    mutationFn: async (items: readonly Item[]): Promise<BatchPreview> => {
      const found = await rosterApi.batch.preview.call({ cohortId, who, change: changeOf(items)! })
      if (!chosen.all) return found
      const people = found.people.filter(({ id }) => !chosen.keys.has(id))
      const count = (kind: string) => people.filter(person => person.kind === kind).length
      return { ...found, people, counts: { changed: count('changed'), same: count('same'), wrong: count('wrong') } }
    },
  })
  const apply = useMutation({
    mutationFn: ({ items, basis }: { items: readonly Item[]; basis: string }) =>
      rosterApi.batch.apply.call({
        cohortId,
        people: preview.data!.people.filter(({ kind }) => kind === 'changed').map(({ id, version }) => ({ id, version })),
        change: changeOf(items)!,
        ...(basis && { basis }),
      }),
    onSuccess: async ({ changed }) => {
      await queries.invalidateQueries({ queryKey: rosterApi.key() })
      message.success(`已修改 ${changed} 人`)
      onDone()
      onClose()
    },
  })
  return { preview, apply }
}

/** One change for many: what, then person by person what would become of it, then done. */
export const BatchDialog = (props: BatchDialogProps) => {
  const { count, onClose } = props
  const [items, setItems] = useState<readonly Item[]>([{ what: 'addTags', text: '' }])
  const [basis, setBasis] = useState('')
  const { preview, apply } = useBatch(props)
  const found = preview.data
  const free = whats.find(what => !items.some(item => item.what === what))
  const change = (next: Item[]) => {
    setItems(next)
    preview.reset()
  }
  const lacksBasis = found?.basisNeeded === true && basis.trim().length < 4
  const error = apply.error ?? preview.error
  return (
    <Dialog
      title={`批量修改 ${count} 人`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button disabled={!changeOf(items)} loading={preview.isPending} onClick={() => preview.mutate(items)}>
            {found ? '重新预览' : '预览'}
          </Button>
          <Button
            type="primary"
            disabled={!found || found.counts.changed === 0 || lacksBasis}
            loading={apply.isPending}
            onClick={() => apply.mutate({ items, basis: basis.trim() })}
          >
            {found ? `修改 ${found.counts.changed} 人` : '修改'}
          </Button>
        </>
      }
    >
      <Lines items={items} onItems={change} />
      {free && items.length < 6 && (
        <Button type="link" className="batch-more" onClick={() => change([...items, { what: free, text: '' }])}>
          再改一项
        </Button>
      )}
      {error && (
        <p className="form-error" role="alert">
          {wordsFor(error)}
        </p>
      )}
      {found && <BatchPeople found={found} />}
      {found?.basisNeeded && (
        <FormRow label="依据" hint={basisHint}>
          {field => <Input {...field} maxLength={200} value={basis} onChange={event => setBasis(event.target.value)} />}
        </FormRow>
      )}
    </Dialog>
  )
}
