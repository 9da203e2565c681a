import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Mark } from '../../../ui/Mark.tsx'
import { Section } from '../../../ui/Section.tsx'
import type { NoticeView } from '../contract.ts'
import { noticesApi } from './client.ts'
import { ForwardDialog } from './ForwardDialog.tsx'
import { OwnDuty } from './OwnDuty.tsx'
import { useAct } from './useNotice.ts'
import { acknowledgeRefusalWords } from './words.ts'

const Receipt = ({ view: { id, receipt } }: { view: NoticeView }) => {
  const acknowledge = useAct(() => noticesApi.acknowledge.call({ id }), '已签收', acknowledgeRefusalWords)
  if (!receipt) return null
  const { acknowledged, mayAcknowledge, receivedOn, from } = receipt
  return (
    <Section title="签收" note={`${receivedOn} 由${from}发来`}>
      {acknowledged ? (
        <Mark tone="green" glyph="check">
          {acknowledged.on} 由{acknowledged.by}签收
        </Mark>
      ) : mayAcknowledge ? (
        <>
          <p className="second notice-what">签收表示本单位已经收到、知道要办什么。签收人和日期记入签收记录。</p>
          <Button type="primary" block loading={acknowledge.isPending} onClick={() => acknowledge.mutate(undefined)}>
            签收
          </Button>
        </>
      ) : (
        <Mark tone="ochre" glyph="q1">
          还没有签收，由负责老师签收
        </Mark>
      )}
    </Section>
  )
}

const Remarks = ({ view: { forwardings } }: { view: NoticeView }) => {
  const said = forwardings.filter(({ remarks }) => remarks !== '')
  if (said.length === 0) return null
  return (
    <Section title="转发要求">
      {said.map(({ id, by, name, on, remarks }) => (
        <div key={id} className="notice-remarks">
          <p>{remarks}</p>
          <p className="fine">
            {by} {name} {on}
          </p>
        </div>
      ))}
    </Section>
  )
}

const Duties = ({ view: { duties } }: { view: NoticeView }) => {
  if (duties.length === 0) return null
  const open = duties.filter(({ withdrawn, work }) => !withdrawn && work.state === 'open').length
  return (
    <Section title="本单位的任务" note={open > 0 ? `${open} 项未办` : '都报了完成'}>
      <ol className="notice-duties" aria-label="本单位的任务">
        {duties.map(duty => (
          <OwnDuty key={duty.id} duty={duty} />
        ))}
      </ol>
    </Section>
  )
}

const Forward = ({ view }: { view: NoticeView }) => {
  const [open, setOpen] = useState(false)
  if (!view.forward) return null
  const { branches } = view.forward
  const got = branches.filter(({ received }) => received).length
  return (
    <Section title="转发" note={got > 0 ? `${got}/${branches.length} 个支部已收到` : '还没有转发'}>
      <Button type={got === 0 ? 'primary' : 'default'} block onClick={() => setOpen(true)}>
        {got === 0 ? '转发到党支部' : '补充转发或任务'}
      </Button>
      {open && <ForwardDialog view={view} branches={branches} onClose={() => setOpen(false)} />}
    </Section>
  )
}

/** What the reader's own unit has to do with it: acknowledge, do, hand on. */
export const OwnSection = ({ view, children }: { view: NoticeView; children: ReactNode }) => (
  <aside className="notice-own" aria-label="本单位要办的">
    <Receipt view={view} />
    <Remarks view={view} />
    <Duties view={view} />
    <Forward view={view} />
    {children}
  </aside>
)
