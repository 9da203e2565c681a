import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Mark } from '../../../ui/Mark.tsx'
import { problemOf } from '../../../ui/problem.ts'
import { type Scan, ScanList } from '../../../ui/Scans.tsx'
import { Section } from '../../../ui/Section.tsx'
import type { PapersView, PaperView } from '../contract/papers.ts'
import type { GraduatePage } from '../contract.ts'
import { paperKindNames } from '../rules/outcome-papers.ts'
import { outcomeNames } from '../rules/outcomes.ts'
import { rosterApi } from './client.ts'
import { dayOfAt } from './own/words.ts'
import { PaperForm } from './PaperForm.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'
import { reasonLength } from './reason.ts'
import { usePaperWrite } from './usePapers.ts'
import { paperProblemWords } from './words.ts'

const scanOf = (paper: PaperView, { outcome, can }: PapersView): Scan => ({
  ...paper,
  note: paper.outcome !== outcome && <span className="second">（{outcomeNames[paper.outcome]}时附）</span>,
  by: `${paper.addedName}　${dayOfAt(paper.addedAt)}`,
  openable: can.includes('open'),
  removable: can.includes('remove'),
})

const Removal = ({ person, paper, onClose }: { person: GraduatePage; paper: PaperView; onClose: () => void }) => {
  const remove = usePaperWrite(person, (reason: string) => rosterApi.papers.remove.call({ id: paper.id, reason }), onClose)
  return (
    <ReasonDialog
      title={`撤下“${paper.name}”`}
      reasonHint={`${reasonLength}，如：扫描不清，另附`}
      hint="文件删去不留；这份文件附过、为什么撤下，名册变动里仍可查到"
      action="撤下"
      error={remove.error && paperProblemWords(problemOf(remove.error))}
      busy={remove.isPending}
      onReason={reason => remove.mutate(reason)}
      onClose={onClose}
    />
  )
}

const Lacking = ({ lacking }: Pick<PapersView, 'lacking'>) =>
  lacking.length > 0 && (
    <Mark tone="ochre" glyph="ring" title="只是提醒，不妨碍办理">
      还缺：{lacking.map(kind => paperKindNames[kind]).join('、')}
    </Mark>
  )

/** The scans behind what study ended in; who ends on time has none. */
export const PapersSection = ({ person }: { person: GraduatePage }) => {
  const view = useQuery(rosterApi.papers.list.queryOptions({ input: { graduateId: person.id } })).data
  const [adding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<PaperView>()
  if (!view || (view.outcome === 'on-time' && view.papers.length === 0)) return null
  return (
    <Section title="学业结果的文件" extra={<Lacking lacking={view.lacking} />}>
      {view.papers.length === 0 && !adding && <p className="second">还没有附文件。</p>}
      <ScanList
        label="学业结果的文件"
        scans={view.papers.map(paper => scanOf(paper, view))}
        openTitle="打开会记入日志，本人可以看到"
        problemWords={error => paperProblemWords(problemOf(error))}
        onOpen={id => rosterApi.papers.open.call({ id })}
        onRemove={id => setRemoving(view.papers.find(paper => paper.id === id))}
      />
      {adding && <PaperForm person={person} view={view} onDone={() => setAdding(false)} />}
      {!adding && view.can.includes('add') && (
        <div className="outcome-actions">
          <Button onClick={() => setAdding(true)}>附文件</Button>
        </div>
      )}
      {removing && <Removal person={person} paper={removing} onClose={() => setRemoving(undefined)} />}
    </Section>
  )
}
