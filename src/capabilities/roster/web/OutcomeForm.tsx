import { Button, Input, Radio, Select } from 'antd'
import { type FormEvent, useState } from 'react'
import type { Day } from '../../../kernel/day.ts'
import { type Field, FormRow } from '../../../ui/FormRow.tsx'
import { problemOf } from '../../../ui/problem.ts'
import { useSession } from '../../../ui/session.ts'
import type { GraduatePage } from '../contract.ts'
import { decideOutcome, type OutcomeFacts } from '../rules/outcome-rules.ts'
import { type Outcome, outcomeNames, outcomes } from '../rules/outcomes.ts'
import { rosterApi } from './client.ts'
import { askedFacts } from './facts.ts'
import { useBranches } from './useBranches.ts'
import { useGraduateWrite } from './useGraduate.ts'
import { factLabel, outcomeRefusalWords, rosterProblemWords } from './words.ts'

type Fact = keyof OutcomeFacts
type Texts = { [key in Fact]?: string | undefined }

const hints: Partial<Record<Fact, string>> = {
  contactPhone: '负责联系的老师的电话，加密保存',
  handling: '如：留原支部；转入延期毕业党支部；随去向转出',
  placedBranch: '须是已有的支部，可设延期毕业党支部',
}

const textsOf = ({ outcomeFacts: { atSchool, ...texts } }: GraduatePage): Texts => ({
  ...texts,
  ...(atSchool !== undefined && { atSchool: atSchool ? 'yes' : 'no' }),
})

/** Only what is asked for this outcome, and only what was written. */
const factsOf = (outcome: Outcome, texts: Texts): OutcomeFacts => {
  const written = askedFacts(outcome).flatMap(({ fact }) => {
    const text = texts[fact]?.trim()
    return text ? [[fact, fact === 'atSchool' ? text === 'yes' : text]] : []
  })
  return Object.fromEntries(written)
}

type ControlProps = { fact: Fact; field: Field; text: string; branches: readonly string[]; onText: (text: string) => void }

const Control = ({ fact, field, text, branches, onText }: ControlProps) => {
  if (fact === 'atSchool')
    return (
      <Radio.Group
        id={field.id}
        value={text || undefined}
        onChange={event => onText(event.target.value)}
        options={[
          { value: 'yes', label: '在校' },
          { value: 'no', label: '不在校' },
        ]}
      />
    )
  if (fact === 'placedBranch')
    return (
      <Select
        {...field}
        className="form-full"
        showSearch
        value={text || null}
        options={branches.map(value => ({ value, label: value }))}
        onChange={chosen => onText(chosen ?? '')}
      />
    )
  const type = fact === 'documentOn' || fact === 'expectedOn' ? 'date' : fact === 'contactPhone' ? 'tel' : 'text'
  return <Input {...field} type={type} value={text} maxLength={200} onChange={event => onText(event.target.value)} />
}

/** What 附件3 asks, for the outcome that was chosen. The rule that the server applies says what is lacking before it is sent. */
export const OutcomeForm = ({ person, onDone }: { person: GraduatePage; onDone: () => void }) => {
  const { today } = useSession()
  const branches = useBranches()
  const [outcome, setOutcome] = useState<Outcome>(person.outcome)
  const [texts, setTexts] = useState<Texts>(textsOf(person))
  const [lacking, setLacking] = useState<string>()
  const write = useGraduateWrite(rosterApi.setOutcome.call, person, onDone)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const facts = factsOf(outcome, texts)
    const decision = decideOutcome(person, outcome, facts, { today: today as Day, branches })
    setLacking(decision.allowed ? undefined : outcomeRefusalWords[decision.reason])
    if (decision.allowed) write.mutate({ outcome, facts })
  }
  const said = lacking ?? (write.error && rosterProblemWords(problemOf(write.error)))
  return (
    <form className="outcome-form" onSubmit={submit}>
      <FormRow label="学业结果">
        {field => (
          <Select
            {...field}
            className="form-full"
            value={outcome}
            options={outcomes.map(value => ({ value, label: outcomeNames[value] }))}
            onChange={setOutcome}
          />
        )}
      </FormRow>
      {askedFacts(outcome).map(({ fact, needed }) => (
        <FormRow key={fact} label={factLabel(outcome, fact)} optional={!needed} hint={hints[fact]}>
          {field => (
            <Control
              fact={fact}
              field={field}
              text={texts[fact] ?? ''}
              branches={branches}
              onText={text => setTexts({ ...texts, [fact]: text })}
            />
          )}
        </FormRow>
      ))}
      {said && (
        <p className="form-error" role="alert">
          {said}
        </p>
      )}
      <div className="outcome-actions">
        <Button type="primary" htmlType="submit" loading={write.isPending}>
          登记为{outcomeNames[outcome]}
        </Button>
        <Button onClick={onDone}>取消</Button>
      </div>
    </form>
  )
}
