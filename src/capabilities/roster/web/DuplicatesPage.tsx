import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { Anchor } from '../../../ui/Anchor.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { Page } from '../../../ui/Page.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Section } from '../../../ui/Section.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useSession } from '../../../ui/session.ts'
import type { DuplicateView } from '../contract/duplicates.ts'
import { rosterApi } from './client.ts'
import { isReason, reasonHint } from './reason.ts'
import { likenessWords, mergeRefusalWords, rosterProblemWords } from './words.ts'
import './duplicates.css'

type Side = 'one' | 'other'
const opposite: Record<Side, Side> = { one: 'other', other: 'one' }
const sideWords: Record<Side, string> = { one: '左边', other: '右边' }

const wordsFor = (error: unknown): string => {
  const problem = problemOf(error)
  return problem.code === 'CONFLICT' ? '有人刚改过其中一人，没有合并。页面已是最新，请核对后再合并。' : wordsOf(problem, mergeRefusalWords)
}

/** What the kept entry lacks, the other gives. */
const startingPicks = (pair: DuplicateView, keep: Side): Record<string, Side> =>
  Object.fromEntries(pair.differences.map(difference => [difference.field, difference[keep] === '' ? opposite[keep] : keep]))

const Entry = ({ entry, kept }: { entry: DuplicateView['one']; kept: boolean }) => (
  <div className="duplicate-entry">
    <b>{entry.graduateId ? <Anchor href={`/roster/${entry.graduateId}`}>{entry.name}</Anchor> : entry.name}</b>
    <span className="second">{entry.studentNumber}</span>
    <span className="second">{entry.branchName}</span>
    <span className="fine">
      {entry.since.slice(0, 10)} 登记{entry.graduateId ? '' : '，不在本届'}
      {kept && '，留下这一条'}
    </span>
  </div>
)

type MergeDialogProps = { pair: DuplicateView; keep: Side; picks: Record<string, Side>; cohortId: string; onClose: () => void }

const MergeDialog = ({ pair, keep, picks, cohortId, onClose }: MergeDialogProps) => {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const [kept, gone] = [pair[keep], pair[opposite[keep]]]
  const merge = useMutation({
    mutationFn: () =>
      rosterApi.duplicates.merge.call({
        cohortId,
        keep: { memberId: kept.memberId, version: kept.version },
        gone: { memberId: gone.memberId, version: gone.version },
        take: pair.differences.filter(({ field }) => field !== 'branch' && picks[field] !== keep).map(({ field }) => field),
        reason: reason.trim(),
      }),
    onSuccess: () => {
      message.success(`已并成一条：${kept.name} ${kept.studentNumber}`)
      onClose()
    },
    onSettled: () => queries.invalidateQueries(),
  })
  return (
    <Dialog
      title={`把 ${gone.studentNumber} 并入 ${kept.studentNumber}？`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>再看看</Button>
          <Button type="primary" disabled={!isReason(reason)} loading={merge.isPending} onClick={() => merge.mutate()}>
            合并
          </Button>
        </>
      }
    >
      <p>
        {gone.name}（{gone.studentNumber}）的五个一确认、备忘和曾用学号都归到留下的一条，这一条随后从名册里去掉。合并后不能撤销。
      </p>
      <FormRow label="理由" hint={reasonHint} error={merge.error && wordsFor(merge.error)}>
        {field => <Input {...field} maxLength={200} value={reason} onChange={event => setReason(event.target.value)} />}
      </FormRow>
    </Dialog>
  )
}

const Pair = ({ pair, cohortId }: { pair: DuplicateView; cohortId: string }) => {
  const queries = useQueryClient()
  const [keep, setKeep] = useState<Side>('one')
  const [picks, setPicks] = useState(startingPicks(pair, 'one'))
  const [merging, setMerging] = useState(false)
  const apart = useMutation({
    mutationFn: () => rosterApi.duplicates.apart.call({ cohortId, one: pair.one.memberId, other: pair.other.memberId }),
    onSettled: () => queries.invalidateQueries({ queryKey: rosterApi.duplicates.list.key() }),
  })
  const choose = (side: Side) => {
    setKeep(side)
    setPicks(startingPicks(pair, side))
  }
  return (
    <Section title={pair.one.name} note={pair.alike.map(likeness => likenessWords[likeness]).join('，')}>
      <Radio.Group
        className="duplicate-keep"
        value={keep}
        onChange={event => choose(event.target.value)}
        options={(['one', 'other'] as const).map(side => ({ value: side, label: `留下${sideWords[side]}这一条` }))}
      />
      <table className="duplicate">
        <thead>
          <tr>
            <th scope="col">项目</th>
            {(['one', 'other'] as const).map(side => (
              <th key={side} scope="col">
                <Entry entry={pair[side]} kept={keep === side} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pair.differences.map(({ field, label, ...texts }) => (
            <tr key={field}>
              <th scope="row">{label}</th>
              {(['one', 'other'] as const).map(side => (
                <td key={side}>
                  <Radio
                    name={`${pair.one.memberId} ${pair.other.memberId} ${field}`}
                    checked={picks[field] === side}
                    aria-label={`${label}用${sideWords[side]}的`}
                    onChange={() => setPicks({ ...picks, [field]: side })}
                  >
                    {texts[side] || '–'}
                  </Radio>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="fine">另有 {pair.same} 项两边相同。</p>
      {apart.error && (
        <p className="form-error" role="alert">
          {rosterProblemWords(problemOf(apart.error))}
        </p>
      )}
      <div className="duplicate-actions">
        <Button onClick={() => setMerging(true)}>合并</Button>
        <Button type="text" loading={apart.isPending} onClick={() => apart.mutate()}>
          不是同一人
        </Button>
      </div>
      {merging && <MergeDialog pair={pair} keep={keep} picks={picks} cohortId={cohortId} onClose={() => setMerging(false)} />}
    </Section>
  )
}

/** Two entries that look like one person, side by side: which one stays, and what of the other it takes. */
export const DuplicatesPage = () => {
  const { cohort } = useSession()
  const found = useQuery(rosterApi.duplicates.list.queryOptions({ input: { cohortId: cohort?.id ?? '' }, enabled: cohort !== null }))
  const body = () => {
    if (found.error)
      return <ErrorState title="没有读出来" next={rosterProblemWords(problemOf(found.error))} onRetry={() => void found.refetch()} />
    if (!found.data) return <Skeleton lines={8} />
    if (found.data.length === 0)
      return <EmptyState title="没有疑似重复的人" next="同名，且手机、出生日期或证件号后四位相同的，会列在这里。" />
    return found.data.map(pair => (
      <Pair
        key={`${pair.one.memberId} ${pair.one.version} ${pair.other.memberId} ${pair.other.version}`}
        pair={pair}
        cohortId={cohort!.id}
      />
    ))
  }
  return (
    <Page
      title="疑似重复"
      crumbs={[{ label: '名册', href: '/roster' }, { label: '疑似重复' }]}
      note={found.data && found.data.length > 0 ? `${found.data.length} 对` : undefined}
    >
      {body()}
    </Page>
  )
}
