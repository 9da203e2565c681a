import { Button } from 'antd'
import { useState } from 'react'
import { Section } from '../../../ui/Section.tsx'
import { useSession } from '../../../ui/session.ts'
import type { CaseView } from '../contract.ts'
import { followUp, type Step, sideNames } from '../rules.ts'
import { answerToCheck } from './AnswerSection.tsx'
import { AppliedChanges } from './ChangesSection.tsx'
import { StepDialog } from './StepDialog.tsx'
import { stepWords } from './step-words.ts'
import { graveSteps, mainSteps, mayTake } from './steps.ts'
import { appliedFor } from './transferColumns.tsx'
import './desk.css'

const turnsDown = (step: Step) => step === 'decline' || step.endsWith('send-back')

/** What the receiver said comes before the usual order. */
const mainOf = (view: CaseView, open: readonly Step[]): Step | undefined => {
  const answer = answerToCheck(view)
  const asked = answer && followUp[answer.answer]
  return asked && open.includes(asked) ? asked : mainSteps.find(step => open.includes(step))
}

/** The main one first, beside it what turns the same thing down; what ends something last. */
const ordered = (open: readonly Step[], main: Step | undefined): Step[] => {
  const plain = open.filter(step => step !== main && !graveSteps.includes(step))
  return [
    ...(main ? [main] : []),
    ...plain.filter(turnsDown),
    ...plain.filter(step => !turnsDown(step)),
    ...open.filter(step => graveSteps.includes(step)),
  ]
}

/** What is asked for, beside the buttons that decide on it. */
const Applied = ({ view }: { view: CaseView }) => {
  const { application, attempts } = view
  if (!application) return null
  const reason = attempts.find(({ living }) => living)?.applicationReason
  return (
    <div className="paper-box step-applied">
      <p>
        <b>{appliedFor(application)}</b>
        {reason && `：${reason}`}
      </p>
      <AppliedChanges view={view} />
    </div>
  )
}

/** One button for each step the reader may take now, each with what it means. */
export const StepButtons = ({ view }: { view: CaseView }) => {
  const { can } = useSession()
  const [taking, setTaking] = useState<Step>()
  const allowed = view.can.filter(mayTake(can))
  const main = mainOf(view, allowed)
  const open = ordered(allowed, main)
  return (
    <Section title="下一步" note={view.owner ? `该${sideNames[view.owner]}办` : undefined}>
      <Applied view={view} />
      {open.length === 0 && <p className="second">现在没有要您办的一步。</p>}
      <ul className="step-list">
        {open.map(step => (
          <li key={step}>
            <Button type={step === main ? 'primary' : 'default'} danger={graveSteps.includes(step)} onClick={() => setTaking(step)}>
              {stepWords[step].button}
            </Button>
            <span className="second">{stepWords[step].means}</span>
          </li>
        ))}
      </ul>
      {taking && <StepDialog key={taking} view={view} step={taking} onClose={() => setTaking(undefined)} />}
    </Section>
  )
}
