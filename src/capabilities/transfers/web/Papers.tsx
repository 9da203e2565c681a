import { Button, Input } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { type Scan, ScanList } from '../../../ui/Scans.tsx'
import { Section } from '../../../ui/Section.tsx'
import type { CaseView, PaperView } from '../contract.ts'
import { paperKindNames } from '../rules.ts'
import { AddPapers } from './AddPapers.tsx'
import { shortDay } from './days.ts'
import { paperProblemWords, removalReasons, usePapers } from './papers.ts'
import './own.css'

const SHORTEST = 4

const Removal = ({ view, paper, onClose }: { view: CaseView; paper: PaperView; onClose: () => void }) => {
  const { remove } = usePapers(view)
  const [reason, setReason] = useState(removalReasons[0]!)
  const enough = reason.trim().length >= SHORTEST
  return (
    <Dialog
      title={`撤下“${paper.name}”`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button
            type="primary"
            disabled={!enough}
            loading={remove.isPending}
            onClick={() => remove.mutate({ id: paper.id, reason: reason.trim() }, { onSuccess: onClose })}
          >
            撤下
          </Button>
        </>
      }
    >
      <FormRow
        label="理由"
        hint={`至少 ${SHORTEST} 个字。文件删去不留；附过、为什么撤下，经过里仍可查到`}
        error={remove.error ? paperProblemWords(remove.error) : null}
      >
        {field => (
          <>
            <Input {...field} list="removal-reasons" maxLength={200} value={reason} onChange={event => setReason(event.target.value)} />
            <datalist id="removal-reasons">
              {removalReasons.map(each => (
                <option key={each} value={each} />
              ))}
            </datalist>
          </>
        )}
      </FormRow>
    </Dialog>
  )
}

const scanOf = ({ can, ...paper }: PaperView, own: boolean): Scan => ({
  ...paper,
  by: [own ? null : paper.addedName, shortDay(paper.addedAt.slice(0, 10))].filter(Boolean).join('　'),
  openable: can.includes('open'),
  removable: can.includes('remove'),
})

const Lacking = ({ view: { papers } }: { view: CaseView }) =>
  papers.lacking.length > 0 && (
    <Mark tone="ochre" glyph="ring" title="只是提醒，不妨碍办理">
      还缺：{papers.lacking.map(kind => paperKindNames[kind]).join('、')}
    </Mark>
  )

/** What is there, what is lacking, and the way to bring more: for the member on the phone and for the checkers. */
const Contents = ({ view }: { view: CaseView }) => {
  const { papers, own } = view
  const { open } = usePapers(view)
  const [removing, setRemoving] = useState<PaperView>()
  const [adding, setAdding] = useState(false)
  return (
    <>
      {papers.papers.length > 0 && (
        <ScanList
          label="去向材料"
          scans={papers.papers.map(paper => scanOf(paper, own))}
          openTitle={own ? undefined : '打开会记入日志，本人可以看到'}
          problemWords={paperProblemWords}
          onOpen={open}
          onRemove={id => setRemoving(papers.papers.find(paper => paper.id === id))}
        />
      )}
      {papers.mayAdd && (adding || papers.lacking.length > 0) && <AddPapers view={view} />}
      {papers.mayAdd && !adding && papers.lacking.length === 0 && (
        <Button className="papers-more" onClick={() => setAdding(true)}>
          {papers.papers.length > 0 ? '再附一份' : '附材料'}
        </Button>
      )}
      {removing && <Removal view={view} paper={removing} onClose={() => setRemoving(undefined)} />}
    </>
  )
}

/** Nothing asked for, nothing there, nothing to bring: no section. */
const isIdle = ({ papers, form }: CaseView) =>
  papers.papers.length === 0 && papers.asked.length === 0 && (!papers.mayAdd || form.type === null)

/** Under the summary of the phone's form, and in the desk's drawer. */
export const PapersPart = ({ view }: { view: CaseView }) =>
  isIdle(view) ? null : (
    <section className="own-papers" aria-label="材料">
      <h3>
        材料 <Lacking view={view} />
      </h3>
      <Contents view={view} />
    </section>
  )

export const PapersSection = ({ view }: { view: CaseView }) => {
  if (isIdle(view)) return null
  return (
    <Section title="材料" extra={<Lacking view={view} />}>
      {view.papers.papers.length === 0 && <p className="second">还没有附材料。</p>}
      <Contents view={view} />
    </Section>
  )
}
