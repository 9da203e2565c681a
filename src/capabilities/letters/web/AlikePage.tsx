import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Radio } from 'antd'
import { useState } from 'react'
import { type Day, dayInWords } from '../../../kernel/day.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { Page } from '../../../ui/Page.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Section } from '../../../ui/Section.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import type { AddresseeView } from '../contract.ts'
import type { AlikeReason } from '../rules/alike.ts'
import { addresseesApi } from './client.ts'
import { kindWords } from './words.ts'
import './addressees.css'

const reasonWords: Record<AlikeReason, string> = {
  'org-code': '党组织代码相同',
  name: '名称只差写法',
  place: '同一个地方的组织部',
}

const wordsFor = (error: unknown): string => {
  const problem = problemOf(error)
  return problem.code === 'CONFLICT' ? '有人刚改过其中一条，没有合并。页面已是最新，请核对后再合并。' : wordsOf(problem)
}

const factsOf = ({ kind, divisionName, orgCode, contact, phone, verifiedOn, used, accepted }: AddresseeView): string =>
  [
    kindWords[kind],
    divisionName,
    orgCode && `代码 ${orgCode}`,
    contact,
    phone,
    verifiedOn ? `${dayInWords(verifiedOn as Day)}核实` : '未核实',
    `用过 ${used} 次`,
    accepted > 0 && `接收 ${accepted} 次`,
  ]
    .filter(Boolean)
    .join('，')

type GroupProps = { reason: AlikeReason; entries: readonly AddresseeView[] }

/** Which one stays, and which of the others go into it. */
const Group = ({ reason, entries }: GroupProps) => {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [keptId, setKept] = useState(entries[0]!.id)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const kept = entries.find(({ id }) => id === keptId)!
  const others = entries.filter(({ id }) => id !== keptId && !left.has(id))
  const merge = useMutation({
    mutationFn: () =>
      addresseesApi.merge.call({
        id: kept.id,
        version: kept.version,
        others: others.map(({ id, version }) => ({ id, version })),
      }),
    onSuccess: () => message.success(`已并成一条：${kept.name}`),
    onSettled: () => queries.invalidateQueries({ queryKey: addresseesApi.key() }),
  })
  const toggle = (id: string, joins: boolean) => {
    const next = new Set(left)
    if (joins) next.delete(id)
    else next.add(id)
    setLeft(next)
  }
  return (
    <Section title={kept.name} note={reasonWords[reason]}>
      <ul className="alike">
        {entries.map(entry => (
          <li key={entry.id}>
            <Radio checked={entry.id === keptId} onChange={() => setKept(entry.id)}>
              <span className="alike-name">{entry.name}</span>
            </Radio>
            <p className="second">{factsOf(entry)}</p>
            {entry.id === keptId ? (
              <p className="fine">留下这一条</p>
            ) : (
              <Checkbox checked={!left.has(entry.id)} onChange={event => toggle(entry.id, event.target.checked)}>
                并入上面留下的
              </Checkbox>
            )}
          </li>
        ))}
      </ul>
      {merge.error && (
        <p className="form-error" role="alert">
          {wordsFor(merge.error)}
        </p>
      )}
      <div className="alike-foot">
        <Button disabled={others.length === 0} loading={merge.isPending} onClick={() => merge.mutate()}>
          合并{others.length > 1 ? ` ${others.length} 条` : ''}
        </Button>
        <span className="fine">旧名称仍能搜到；还没有开信、发起的接转改用留下的名称，已经发出的不变。</span>
      </div>
    </Section>
  )
}

/** Entries of the dictionary that look like one organisation. */
export const AlikePage = () => {
  const found = useQuery(addresseesApi.alike.queryOptions())
  const body = () => {
    if (found.error) return <ErrorState title="没有读出来" next={wordsOf(problemOf(found.error))} onRetry={() => void found.refetch()} />
    if (!found.data) return <Skeleton lines={8} />
    if (found.data.total === 0)
      return <EmptyState title="没有疑似重复的抬头" next="代码相同、名称只差写法、同一个地方有两个组织部的，会列在这里。" />
    return found.data.groups.map(({ reason, entries }) => (
      <Group key={entries.map(({ id, version }) => `${id} ${version}`).join(' ')} reason={reason} entries={entries} />
    ))
  }
  return (
    <Page
      title="疑似重复的抬头"
      crumbs={[{ label: '抬头库', href: '/addressees' }, { label: '疑似重复' }]}
      note={found.data && found.data.total > 0 ? `${found.data.total} 组` : undefined}
    >
      {body()}
    </Page>
  )
}
