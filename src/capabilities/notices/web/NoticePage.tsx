import { ErrorState } from '../../../ui/ErrorState.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { StateTag } from '../../../ui/Mark.tsx'
import { Page } from '../../../ui/Page.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Section } from '../../../ui/Section.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import type { NoticeView } from '../contract.ts'
import { NoticeActions } from './NoticeActions.tsx'
import { NoticeDocument } from './NoticeDocument.tsx'
import { OwnSection } from './OwnSection.tsx'
import { ReceiptsSection } from './ReceiptsSection.tsx'
import { useNotice, useReading } from './useNotice.ts'
import { stateLooks } from './words.ts'
import './notices.css'

const RECEIPTS = 'notice-receipts'

/** The way down past a long text. */
const ToReceipts = () => (
  <button type="button" className="link notice-down" onClick={() => document.getElementById(RECEIPTS)?.scrollIntoView()}>
    看各单位签收和任务
  </button>
)

const crumbs = [{ label: '通知', href: '/notices' }, { label: '一份通知' }]

/** When and by whom it went out, and the print by which its words can be proved. */
const Issued = ({ view: { issued, units, reach, planned } }: { view: NoticeView }) => (
  <Section title={issued ? '印发' : '印发以后'}>
    <Facts
      rows
      facts={[
        ...(issued
          ? [
              { label: '印发', value: `${issued.on} ${issued.by}` },
              { label: '发给', value: units.map(({ name }) => name).join('、') },
              { label: '校验', value: <code title={`SHA-256 ${issued.sha256}`}>{issued.sha256.slice(0, 16)}</code> },
            ]
          : [
              { label: '发给', value: units.length === 0 ? `全部 ${reach?.units ?? 0} 个单位` : units.map(({ name }) => name).join('、') },
              { label: '人数', value: `${reach?.people ?? 0} 人收到消息` },
              {
                label: '任务',
                value: planned.length === 0 ? '没有' : planned.map(({ text, dueOn }) => `${text}（${dueOn} 前）`).join('；'),
              },
            ]),
      ]}
    />
  </Section>
)

const Beside = ({ view }: { view: NoticeView }) =>
  view.receipt ? (
    <OwnSection view={view}>{view.follows && <ToReceipts />}</OwnSection>
  ) : (
    <aside className="notice-own" aria-label="印发情况">
      <Issued view={view} />
      {view.follows && <ToReceipts />}
    </aside>
  )

/** One notice, to be read like the document that it is; beside it what the reader has to do, below it what has come of it. */
export const NoticePage = ({ id }: { id: string }) => {
  const { data: view, error, refetch } = useNotice(id)
  useReading(view)
  if (!view)
    return (
      <Page title="通知" crumbs={crumbs}>
        {error ? (
          <ErrorState title="这份通知没有读出来" next={wordsOf(problemOf(error))} onRetry={() => void refetch()} />
        ) : (
          <Skeleton lines={12} />
        )}
      </Page>
    )
  return (
    <Page title="通知" crumbs={crumbs} note={<StateTag state={stateLooks[view.state]} pill />} actions={<NoticeActions view={view} />}>
      <div className="beside">
        <NoticeDocument view={view} />
        <Beside view={view} />
      </div>
      <div id={RECEIPTS} className="notice-receipts">
        <ReceiptsSection view={view} />
      </div>
    </Page>
  )
}
