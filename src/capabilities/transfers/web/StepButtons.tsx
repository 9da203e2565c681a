import { Button } from 'antd'
import { useState } from 'react'
import { Section } from '../../../ui/Section.tsx'
import { useSession } from '../../../ui/session.ts'
import type { CaseView } from '../contract.ts'
import { type Step, sideNames } from '../rules.ts'
import { StepDialog } from './StepDialog.tsx'
import { stepWords } from './step-words.ts'
import { graveSteps, mainSteps, mayTake } from './steps.ts'
import './desk.css'

/** The main one first, what ends something last. */
const ordered = (open: readonly Step[]): Step[] => {
  const main = mainSteps.find(step => open.includes(step))
  const plain = open.filter(step => step !== main && !graveSteps.includes(step))
  return [...(main ? [main] : []), ...plain, ...open.filter(step => graveSteps.includes(step))]
}

/** One button for each step the reader may take now, each with what it means. */
export const StepButtons = ({ view }: { view: CaseView }) => {
  const { can } = useSession()
  const [taking, setTaking] = useState<Step>()
  const open = ordered(view.can.filter(mayTake(can)))
  const main = mainSteps.find(step => open.includes(step))
  return (
    <Section title="下一步" note={view.owner ? `该${sideNames[view.owner]}办` : undefined}>
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
