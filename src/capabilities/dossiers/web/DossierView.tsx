import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Anchor } from '../../../ui/Anchor.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { Life, type LifeStep } from '../../../ui/Life.tsx'
import { Section } from '../../../ui/Section.tsx'
import { useSession } from '../../../ui/session.ts'
import { Timeline } from '../../../ui/Timeline.tsx'
import { membershipNames } from '../../roster/rules.ts'
import type { DossierDetail, TroubleView } from '../contract.ts'
import { blankPaper, type Papers, problemsOf, type State, states, stepNames, troubleKey } from '../rules.ts'
import { Conflicts } from './Conflicts.tsx'
import { dossiersApi } from './client.ts'
import { usePaper } from './DossiersFoot.tsx'
import { cellKey } from './entries.ts'
import { PaperForm } from './PaperForm.tsx'
import { StepDialog } from './StepDialog.tsx'
import { type Entering, useEntering } from './useEntering.ts'
import { type BatchStep, stepWords } from './words.ts'

const lifeLabels: Record<State, string> = {
  open: '录入',
  packed: '装档签字',
  checked: '核对封袋',
  'handed-over': '移交',
  received: '档案馆接收',
}

/** What each station says of who and when; `state` is the last one reached. */
const lifeOf = ({ state, packedName, checkedName, bag, list }: DossierDetail): LifeStep[] => {
  const reached = states.indexOf(state)
  const notes: Record<State, string | undefined> = {
    open: undefined,
    packed: packedName ?? undefined,
    checked: bag ? `${checkedName}，袋号 ${bag}` : undefined,
    'handed-over': list?.text,
    received: list?.receivedOn ?? undefined,
  }
  return states.map((one, at) => ({
    label: lifeLabels[one],
    note: notes[one],
    at: at < reached ? 'done' : at === reached ? 'now' : 'ahead',
  }))
}

const onDay = (instant: string) =>
  new Date(instant).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })
const steps: readonly BatchStep[] = ['resume', 'postpone', 'reopen', 'send-back', 'pack', 'check']

/** Their problems as they stand while typing, with the reasons that were given. */
const troublesNow = ({ checklist, troubles }: DossierDetail, papers: Papers) => {
  const said = new Map(troubles.map(trouble => [troubleKey(trouble), trouble.explained]))
  return checklist.flatMap(asked =>
    problemsOf(asked, papers[asked.key] ?? blankPaper).map(problem => {
      const trouble = { paper: asked.key, problem }
      return { ...trouble, explained: said.get(troubleKey(trouble)) ?? null }
    }),
  )
}

const troubleNote = (troubles: readonly TroubleView[]) => {
  const open = troubles.filter(({ explained }) => !explained).length
  if (troubles.length === 0) return '没有问题'
  return open > 0 ? `${open} 处问题` : `${troubles.length} 处问题都写了理由`
}

const SavingNote = ({ entering: { saving, entries } }: { entering: Entering }) => (
  <span role="status">{saving === 'saved' ? '改动即时保存' : saving === 'saving' ? '正在保存' : `${entries.edits.size} 份还没有保存`}</span>
)

/** One member’s file: papers, who signed, where it is, and what can be done. */
export const DossierView = ({ dossier }: { dossier: DossierDetail }) => {
  const { accountId, can } = useSession()
  const queries = useQueryClient()
  const entering = useEntering([dossier], `dossier ${accountId} ${dossier.graduateId}`)
  const [step, setStep] = useState<BatchStep>()
  const labels = usePaper('labels')
  const sheets = usePaper('sheets')
  const { graduateId, asked, bags, events, list } = dossier
  const keyOf = (paper: string) => cellKey(graduateId, paper)
  const papers: Papers = Object.fromEntries(asked.map(key => [key, entering.at(keyOf(key))]))
  const troubles = troublesNow(dossier, papers)
  const begin = async (next: BatchStep) => {
    if (!(await entering.flush()) && entering.entries.edits.size > 0) return
    await queries.invalidateQueries({ queryKey: dossiersApi.get.key() })
    setStep(next)
  }
  const offered = steps.filter(one => dossier.can.includes(one))
  return (
    <div className="dossier-view">
      <Life label="到哪一步" steps={lifeOf(dossier)} />
      <Facts
        facts={[
          { label: '学号', value: dossier.studentNumber },
          { label: '支部', value: dossier.branchName },
          { label: '党员类别', value: membershipNames[dossier.membership] },
          { label: '袋内', value: `${dossier.contents.papers} 份，${dossier.contents.pages} 页` },
          {
            label: '移交清单',
            value: list && (can('dossiers:hand-over') ? <Anchor href={`/dossiers/lists/${list.id}`}>{list.text}</Anchor> : list.text),
          },
          ...(dossier.postponed === null ? [] : [{ label: '暂不移交', value: dossier.postponed }]),
        ]}
      />
      <div className="dossier-acts">
        {offered.map(one => (
          <Button key={one} type={one === 'pack' || one === 'check' ? 'primary' : 'default'} onClick={() => void begin(one)}>
            {stepWords[one].title}
          </Button>
        ))}
        {can('dossiers:edit') && (
          <Button loading={sheets.isPending} onClick={() => sheets.mutate([graduateId])}>
            打印附件4
          </Button>
        )}
        {can('dossiers:edit') && dossier.bag !== null && (
          <Button loading={labels.isPending} onClick={() => labels.mutate([graduateId])}>
            打印标签
          </Button>
        )}
      </div>
      <Conflicts entering={entering} rows={[dossier]} checklist={dossier.checklist} />
      <Section title="材料" note={troubleNote(troubles)} extra={dossier.can.includes('enter') && <SavingNote entering={entering} />}>
        <ul className="dossier-papers">
          {dossier.checklist.map(one => (
            <PaperForm
              key={one.key}
              asked={one}
              paper={papers[one.key] ?? blankPaper}
              troubles={troubles.filter(({ paper }) => paper === one.key)}
              onChange={dossier.can.includes('enter') ? paper => entering.take(new Map([[keyOf(one.key), paper]])) : undefined}
            />
          ))}
        </ul>
      </Section>
      {bags.some(({ voidReason }) => voidReason !== null) && (
        <Section title="作废的袋号">
          <ul className="dossier-void">
            {bags.flatMap(({ text, voidReason }) => (voidReason === null ? [] : [<li key={text}>{`${text}：${voidReason}`}</li>]))}
          </ul>
        </Section>
      )}
      {events.length > 0 && (
        <Section title="经过">
          <Timeline
            events={events.toReversed().map(event => ({
              id: event.id,
              when: onDay(event.at),
              what: stepNames[event.step],
              by: [event.actorName, event.bag && `袋号 ${event.bag}`, event.reason].filter(Boolean).join('，'),
            }))}
          />
        </Section>
      )}
      {step && <StepDialog step={step} graduateIds={[graduateId]} onClose={() => setStep(undefined)} onDone={() => undefined} />}
    </div>
  )
}
