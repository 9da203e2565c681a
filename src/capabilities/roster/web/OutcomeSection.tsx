import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Facts } from '../../../ui/Facts.tsx'
import { StateTag } from '../../../ui/Mark.tsx'
import { Section } from '../../../ui/Section.tsx'
import type { GraduatePage } from '../contract.ts'
import { reductionNames } from '../rules/outcomes.ts'
import { askedFacts } from './facts.ts'
import { OutcomeForm } from './OutcomeForm.tsx'
import { ReductionForm } from './ReductionForm.tsx'
import { factLabel, outcomeLooks } from './words.ts'

const shownFact = ({ outcomeFacts, hasContactPhone }: GraduatePage, fact: ReturnType<typeof askedFacts>[number]['fact']): ReactNode => {
  if (fact === 'contactPhone') return hasContactPhone ? '已登记，未显示' : '–'
  const value = outcomeFacts[fact]
  if (typeof value === 'boolean') return value ? '是' : '否'
  return value ?? '–'
}

const Recorded = ({ person }: { person: GraduatePage }) => (
  <>
    <p className="outcome-state">
      <StateTag state={outcomeLooks[person.outcome]} />
      <span className="second">{outcomeLooks[person.outcome].means}</span>
    </p>
    {person.reduction && (
      <p className="outcome-state">
        <b>减员：{reductionNames[person.reduction]}</b>
        <span className="second">{person.reducedOn}</span>
      </p>
    )}
    <div className="outcome-facts">
      <Facts
        rows
        facts={askedFacts(person.outcome).map(({ fact }) => ({ label: factLabel(person.outcome, fact), value: shownFact(person, fact) }))}
      />
    </div>
  </>
)

/** 附件3: what study ended in, and the decisions that end a membership. The server's steps draw the buttons. */
export const OutcomeSection = ({ person }: { person: GraduatePage }) => {
  const [form, setForm] = useState<'outcome' | 'reduction' | null>(null)
  const close = () => setForm(null)
  const { can } = person
  return (
    <Section title="学业结果">
      {form === 'outcome' && <OutcomeForm person={person} onDone={close} />}
      {form === 'reduction' && <ReductionForm person={person} onDone={close} />}
      {form === null && (
        <>
          <Recorded person={person} />
          <div className="outcome-actions">
            {can.includes('set-outcome') && <Button onClick={() => setForm('outcome')}>登记学业结果</Button>}
            {can.includes('reduce') && <Button onClick={() => setForm('reduction')}>登记减员</Button>}
            {can.includes('restore') && <Button onClick={() => setForm('reduction')}>撤销减员</Button>}
          </div>
        </>
      )}
    </Section>
  )
}
