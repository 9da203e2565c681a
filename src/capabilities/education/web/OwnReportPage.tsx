import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { Anchor } from '../../../ui/Anchor.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { NativeSelect } from '../../../ui/NativeSelect.tsx'
import { PhonePage } from '../../../ui/PhonePage.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Section } from '../../../ui/Section.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useSession } from '../../../ui/session.ts'
import { useIdempotencyKey } from '../../../ui/useIdempotencyKey.ts'
import type { ItemsOfOne } from '../contract.ts'
import { OwnBookFields } from './BookFields.tsx'
import { educationApi } from './client.ts'
import { DayRow, EvidenceRow, MadeUpRow, ServiceFields, WayRow } from './RecordFields.tsx'
import { monthDay, type OwnItem } from './resting.ts'
import { nothingTyped, saidOf, type Typed } from './saying.ts'
import { reportRefusalWords, withdrawRefusalWords } from './words.ts'
import './matrix.css'
import './own-items.css'

type Report = Parameters<typeof educationApi.report.call>[0]

const useReport = (onDone: () => void) => {
  const queries = useQueryClient()
  const { key, renew } = useIdempotencyKey()
  return useMutation({
    mutationFn: (asked: Report) => educationApi.report.call(asked, { context: { idempotencyKey: key() } }),
    onSettled: renew,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: educationApi.key() })
      onDone()
    },
  })
}

const hints: Record<OwnItem['record'], string> = {
  none: '在哪里、和谁、有什么可以核对的',
  book: '如：扉页有签名、有照片',
  hours: '如：有活动照片、由谁组织',
}

const Form = ({ items, onDone }: { items: readonly OwnItem[]; onDone: () => void }) => {
  const { today } = useSession()
  const [key, setKey] = useState(items[0]!.key)
  const [doneOn, setDoneOn] = useState(today)
  const [typed, setTyped] = useState(nothingTyped)
  const [madeUp, setMadeUp] = useState(false)
  const change = (more: Partial<Typed>) => setTyped(before => ({ ...before, ...more }))
  const report = useReport(onDone)
  const item = items.find(one => one.key === key) ?? items[0]!
  const asks = (record: OwnItem['record']) => typed.way === 'usual' && item.record === record
  const said = saidOf(item, typed, 'own')
  const itself = said.basis === 'book' || said.basis === 'hours'
  const choose = (next: string) => {
    setKey(next)
    setTyped({ ...nothingTyped, evidence: typed.evidence })
    report.reset()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { basis, details } = said
    if (basis !== 'exempt') report.mutate({ item: item.key, doneOn, basis, details, evidence: typed.evidence, madeUp })
  }
  return (
    <form onSubmit={submit}>
      <FormRow label="哪一项">
        {({ id }) => (
          <NativeSelect id={id} value={item.key} options={items.map(one => ({ value: one.key, label: one.name }))} onChange={choose} />
        )}
      </FormRow>
      <WayRow item={item} mayExempt={false} typed={typed} onChange={change} />
      <DayRow value={doneOn} max={today} onChange={setDoneOn} />
      {asks('book') && <OwnBookFields typed={typed} onChange={change} />}
      {asks('hours') && <ServiceFields typed={typed} onChange={change} />}
      <EvidenceRow
        typed={typed}
        onChange={change}
        optional={itself}
        {...(typed.way === 'usual' && { label: '说明', hint: hints[item.record] })}
      />
      <MadeUpRow value={madeUp} onChange={setMadeUp} />
      {report.error && (
        <p className="form-error" role="alert">
          {wordsOf(problemOf(report.error), reportRefusalWords)}
        </p>
      )}
      <Button
        block
        size="large"
        type="primary"
        htmlType="submit"
        className="own-report-send"
        loading={report.isPending}
        disabled={doneOn === '' || (!itself && typed.evidence.trim() === '')}
      >
        报给支部
      </Button>
    </form>
  )
}

const Withdraw = ({ id }: { id: string }) => {
  const queries = useQueryClient()
  const withdraw = useMutation({
    mutationFn: () => educationApi.withdraw.call({ id }),
    onSettled: () => queries.invalidateQueries({ queryKey: educationApi.key() }),
  })
  return (
    <>
      <Button size="large" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
        收回
      </Button>
      {withdraw.error && (
        <span className="form-error" role="alert">
          {wordsOf(problemOf(withdraw.error), withdrawRefusalWords)}
        </span>
      )}
    </>
  )
}

const Waiting = ({ own }: { own: ItemsOfOne }) => {
  const waiting = own.items.flatMap(item =>
    item.waiting.filter(({ kind }) => kind === 'reported').map(one => ({ ...one, short: item.short })),
  )
  if (waiting.length === 0) return null
  return (
    <Section title="等支部确认" note={`${waiting.length} 条`}>
      <ul className="own-reports">
        {waiting.map(one => (
          <li key={one.id}>
            <span>
              <b>{one.short}</b>
              <br />
              <span className="second">
                {monthDay(one.doneOn)}，{one.what}
              </span>
            </span>
            <Withdraw id={one.id} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

const Reporting = ({ own }: { own: ItemsOfOne }) => {
  const [sent, setSent] = useState(0)
  const open = own.items.filter(({ complete, required }) => !complete || required === 0)
  if (open.length === 0) return <EmptyState title="五个一都已确认" next="没有要申报的了。" />
  return (
    <>
      {sent > 0 && (
        <p role="status" className="own-reported">
          <Mark tone="green" glyph="check">
            已报给支部，确认后会记上
          </Mark>
        </p>
      )}
      <Form key={sent} items={open} onDone={() => setSent(sent + 1)} />
    </>
  )
}

/** What one did alone or elsewhere, told to the branch. */
export const OwnReportPage = () => {
  const { data: own, error, refetch } = useQuery(educationApi.mine.queryOptions())
  return (
    <PhonePage title="申报五个一" lead="自己做的、在外地做的报在这里，支部核对后记上。签到的活动不用报。">
      {!own && !error && <Skeleton lines={8} />}
      {!own && error && <ErrorState title="五个一没有读出来" next={wordsOf(problemOf(error))} onRetry={() => void refetch()} />}
      {own && (
        <>
          <Section title="新报一项">
            <Reporting own={own} />
          </Section>
          <Waiting own={own} />
        </>
      )}
      <p>
        <Anchor className="link" href="/me">
          回到我的
        </Anchor>
      </p>
    </PhonePage>
  )
}
