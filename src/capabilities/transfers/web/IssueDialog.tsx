import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Clause } from '../../../ui/Clause.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useIdempotencyKey } from '../../../ui/useIdempotencyKey.ts'
import { clauses } from '../../plans/rules.ts'
import { refusalShort } from '../rules/refusal-words.ts'
import { lettersApi, transfersApi } from './client.ts'
import { lettersOf } from './issuing.ts'
import { issueShort } from './letter-words.ts'
import { gapWords } from './route-words.ts'
import { stepProblem } from './step-problem.ts'
import './answers.css'
import './desk.css'

type Item = { id: string; version: number }
type Tried = Awaited<ReturnType<typeof transfersApi.letters.issue.call>>['rows'][number]

const whyNot: Readonly<Record<string, string>> = { ...refusalShort, ...issueShort }

const LeftOut = ({ rows }: { rows: readonly Tried[] }) => (
  <ul className="left-out">
    {rows.map(({ id, name, reason, clause, characters }) => (
      <li key={id} className="second">
        {name}：{whyNot[reason ?? 'wrong-state']}
        {characters?.length ? `（${characters.join('、')}）` : ''} {clause && <Clause id={clause} text={clauses[clause]} />}
      </li>
    ))}
  </ul>
)

/** Those whose letter would end before they report: issued all the same, or left for later. */
const Gaps = ({ rows }: { rows: readonly Tried[] }) => {
  const short = rows.flatMap(({ id, name, allowed, gap }) => (allowed && gap ? [{ id, name, gap }] : []))
  if (short.length === 0) return null
  return (
    <div className="route-note route-warn left-out">
      <p>{short.length} 人的有效期在报到前就结束，仍可开具；也可取消，先不选这些人：</p>
      <ul>
        {short.map(({ id, name, gap }) => (
          <li key={id} className="second">
            {name}：{gapWords(gap)}
          </li>
        ))}
      </ul>
    </div>
  )
}

type IssueDialogProps = {
  cohortId: string
  items: Item[]
  onClose: () => void
  /** The new letters, by number. */
  onPrint: (letterIds: string[]) => void
}

/** Who gets a letter and who can't yet; then the numbers are given, and the paper can be printed. */
export const IssueDialog = ({ cohortId, items, onClose, onPrint }: IssueDialogProps) => {
  const queries = useQueryClient()
  const once = useIdempotencyKey()
  const [issued, setIssued] = useState<string[]>()
  const preview = useQuery({
    queryKey: ['letters-to-issue', items],
    queryFn: () => transfersApi.letters.issue.call({ items, dryRun: true }),
    enabled: issued === undefined,
    gcTime: 0,
    retry: false,
  })
  const rows = preview.data?.rows ?? []
  const left = rows.filter(({ allowed }) => !allowed)
  const going = rows.filter(({ allowed }) => allowed).map(({ id, version }) => ({ id, version }))
  const issue = useMutation({
    mutationFn: () => transfersApi.letters.issue.call({ items: going }, { context: { idempotencyKey: once.key() } }),
    onSuccess: async ({ applied, rows }) => {
      once.renew()
      if (!applied) return void preview.refetch()
      setIssued(
        await lettersOf(
          cohortId,
          rows.map(({ id }) => id),
        ),
      )
      await Promise.all([
        queries.invalidateQueries({ queryKey: transfersApi.key() }),
        queries.invalidateQueries({ queryKey: lettersApi.key() }),
      ])
    },
    onError: () => {
      once.renew()
      void queries.invalidateQueries({ queryKey: transfersApi.key() })
    },
  })
  const wrong = issue.error ?? preview.error
  return (
    <Dialog
      title={issued ? '已开具' : `开具介绍信：已选 ${items.length} 人`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{issued ? '先不打印' : '取消'}</Button>
          {issued ? (
            <Button type="primary" onClick={() => onPrint(issued)}>
              打印 {issued.length} 封
            </Button>
          ) : (
            <Button type="primary" loading={issue.isPending} disabled={going.length === 0} onClick={() => issue.mutate()}>
              开具 {going.length} 封
            </Button>
          )}
        </>
      }
    >
      {issued && <p role="status">已开具 {issued.length} 封，编号已记入台账。</p>}
      {!issued && preview.isFetching && <Skeleton lines={3} />}
      {!issued && preview.data && (
        <div role="status">
          <p>
            可以开 <b>{going.length}</b> 封，编号连续，内容随即冻结
            {left.length > 0 ? `；${left.length} 人不在其内：` : '。'}
          </p>
          <LeftOut rows={left} />
          <Gaps rows={rows} />
        </div>
      )}
      {wrong && (
        <p className="form-error" role="alert">
          {stepProblem(wrong)}
        </p>
      )}
    </Dialog>
  )
}
