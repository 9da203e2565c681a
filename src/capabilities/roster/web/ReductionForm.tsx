import { Button, Input, Select } from 'antd'
import { type FormEvent, useState } from 'react'
import type { Day } from '../../../kernel/day.ts'
import { FormRow } from '../../../ui/FormRow.tsx'
import { problemOf } from '../../../ui/problem.ts'
import { useSession } from '../../../ui/session.ts'
import type { GraduatePage } from '../contract.ts'
import { decideReduction } from '../rules/outcome-rules.ts'
import { type Reduction, reductionNames, reductions } from '../rules/outcomes.ts'
import { rosterApi } from './client.ts'
import { useGraduateWrite } from './useGraduate.ts'
import { outcomeRefusalWords, rosterProblemWords } from './words.ts'

type Texts = { on: string; document: string; reason: string }

const filled = ({ on, document, reason }: Texts) => ({
  ...(on && { on: on as Day }),
  ...(document.trim() && { document: document.trim() }),
  ...(reason.trim() && { reason: reason.trim() }),
})

type RowProps = { label: string; name: keyof Texts; texts: Texts; type?: string; optional?: boolean; onTexts: (texts: Texts) => void }

const TextRow = ({ label, name, texts, type = 'text', optional = false, onTexts }: RowProps) => (
  <FormRow label={label} optional={optional}>
    {field => (
      <Input
        {...field}
        type={type}
        maxLength={200}
        value={texts[name]}
        onChange={event => onTexts({ ...texts, [name]: event.target.value })}
      />
    )}
  </FormRow>
)

/** A decision that somebody else took, entered with its document; or a wrong entry taken back with a reason. */
export const ReductionForm = ({ person, onDone }: { person: GraduatePage; onDone: () => void }) => {
  const { today } = useSession()
  const back = person.reduction !== null
  const [reduction, setReduction] = useState<Reduction>('resigned')
  const [texts, setTexts] = useState<Texts>({ on: '', document: '', reason: '' })
  const [lacking, setLacking] = useState<string>()
  const write = useGraduateWrite(rosterApi.setReduction.call, person, onDone)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const facts = filled(texts)
    const wanted = back ? null : reduction
    const decision = decideReduction(person, wanted, facts, today as Day)
    setLacking(decision.allowed ? undefined : outcomeRefusalWords[decision.reason])
    if (decision.allowed) write.mutate({ reduction: wanted, ...facts })
  }
  const said = lacking ?? (write.error && rosterProblemWords(problemOf(write.error)))
  return (
    <form className="outcome-form" onSubmit={submit}>
      {back ? (
        <TextRow label="撤销的理由" name="reason" texts={texts} onTexts={setTexts} />
      ) : (
        <>
          <FormRow label="减员决定" hint="登记已经作出的决定，系统不作判断">
            {field => (
              <Select
                {...field}
                className="form-full"
                value={reduction}
                options={reductions.map(value => ({ value, label: reductionNames[value] }))}
                onChange={setReduction}
              />
            )}
          </FormRow>
          <TextRow label="日期" name="on" type="date" texts={texts} onTexts={setTexts} />
          <TextRow label="文号" name="document" optional={reduction === 'deceased'} texts={texts} onTexts={setTexts} />
          <TextRow label="说明" name="reason" optional texts={texts} onTexts={setTexts} />
        </>
      )}
      {said && (
        <p className="form-error" role="alert">
          {said}
        </p>
      )}
      <div className="outcome-actions">
        <Button type="primary" htmlType="submit" loading={write.isPending}>
          {back ? '撤销减员' : `登记为${reductionNames[reduction]}`}
        </Button>
        <Button onClick={onDone}>取消</Button>
      </div>
    </form>
  )
}
