import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Clause } from '../../../ui/Clause.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { useSession } from '../../../ui/session.ts'
import { clauses, geographyNames, type System, systemNames } from '../../plans/rules.ts'
import type { CaseView } from '../contract.ts'
import { type PaperReason, paperOpenIn, type State, systemOf } from '../rules.ts'
import { plansApi } from './client.ts'
import { type Adjustment, PaperDialog } from './PaperDialog.tsx'
import { paperWords } from './step-words.ts'
import './desk.css'

type Ground = { label: string; holds: boolean; said: string }

const asked = (answer: unknown) => (answer === 'member' ? '本人要求' : answer === true || answer === 'receiver' ? '要求' : '没有要求')

/** What the proposal rests on, each as it stands. */
const groundsOf = ({ form, paper }: Pick<CaseView, 'form' | 'paper'>, noChannel: readonly System[] | undefined): Ground[] => {
  const { geography, override, answers } = form
  const system = systemOf(form)
  return [
    {
      label: '范围是省外',
      holds: geography === 'outside',
      said: `${geography ? geographyNames[geography] : '没有所在地'}${override ? '，人工调整' : ''}`,
    },
    { label: '对方要求纸质', holds: Boolean(answers.paperAsked), said: asked(answers.paperAsked) },
    ...(system !== 'local'
      ? [
          {
            label: '系统没有电子通道',
            holds: noChannel?.includes(system) ?? false,
            said: systemNames[system],
          },
        ]
      : []),
    ...(paper.exception ? [{ label: '组织部例外', holds: true, said: paper.exception }] : []),
  ]
}

const headOf = (outcome: 'paper' | 'none', reason: PaperReason) => {
  if (outcome === 'paper') return reason === 'exception' ? '例外开具，组织部已审定' : '符合开具条件，由组织部审定'
  return reason === 'by-exception-only' ? '须由组织部例外审定' : '不开纸质介绍信'
}

/** What the rules propose about a paper letter, why, and the office's own word on it. */
export const PaperSection = ({ view }: { view: CaseView }) => {
  const { can } = useSession()
  const [asking, setAsking] = useState<Adjustment>()
  // While an application waits, the letter that it would lead to.
  const paper = view.applied?.paper ?? view.paper
  const { outcome, reason, clause, exception } = paper
  const plan = useQuery(plansApi.plan.queryOptions({ input: { cohortId: view.cohortId }, staleTime: 600_000 }))
  const policy = plan.data?.plan.letterPolicy
  const open = view.id !== null && view.form.type !== null && paperOpenIn.includes(view.state as State)
  const mayDecide = can('transfers:feedback') && open && !view.own
  return (
    <section className="decide" aria-labelledby="decide-title">
      <header>
        <span className="second">按方案判断</span>
        <Clause id={clause} text={clauses[clause]} />
      </header>
      <h2 id="decide-title">{headOf(outcome, reason)}</h2>
      <ul>
        {groundsOf({ form: view.form, paper }, policy?.noChannelSystems).map(({ label, holds, said }) => (
          <li key={label}>
            <Mark tone={holds ? 'green' : 'grey'} glyph={holds ? 'check' : 'dash'}>
              {label}
              <span className="only-read">{holds ? '，成立' : '，不成立'}</span>
            </Mark>
            <span>{said}</span>
          </li>
        ))}
      </ul>
      <p className="second">{paperWords[reason]}。</p>
      {mayDecide && (
        <div className="decide-actions">
          {(exception || outcome === 'none') && (
            <Button onClick={() => setAsking('exception')}>{exception ? '改例外理由' : '例外开具'}</Button>
          )}
          {exception && <Button onClick={() => setAsking('no-exception')}>撤销例外</Button>}
          <Button onClick={() => setAsking('geography')}>改转接范围</Button>
        </div>
      )}
      {asking && <PaperDialog view={view} adjustment={asking} onClose={() => setAsking(undefined)} />}
    </section>
  )
}
