import { Button, Input, Select } from 'antd'
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { problemOf } from '../../../ui/problem.ts'
import type { GraduatePage } from '../contract.ts'
import { membershipNames } from '../rules/membership.ts'
import { choicesOf, fieldLabel } from '../rules/value-text.ts'
import { basisHint } from '../rules/weight.ts'
import { rosterApi } from './client.ts'
import type { FactField } from './facts.ts'
import { useBranches } from './useBranches.ts'
import { useGraduateWrite, wrongOf } from './useGraduate.ts'
import { rosterProblemWords } from './words.ts'

type CorrectFieldProps = { person: GraduatePage; field: FactField; start: string; onDone: () => void }

const writtenAs: Partial<Record<FactField, string>> = {
  bornOn: '如 2001-03-18',
  joinedOn: '如 2021-05-20',
  confirmedOn: '如 2022-05-20',
  duesPaidTo: '如 2023-06',
}

type ControlProps = { field: FactField; text: string; onText: (text: string) => void }

const Control = ({ field, text, onText }: ControlProps) => {
  const branches = useBranches()
  const choices = field === 'branch' ? branches : choicesOf(field)
  const label = fieldLabel(field)
  if (!choices)
    return (
      <Input
        autoFocus
        aria-label={label}
        placeholder={writtenAs[field]}
        maxLength={500}
        value={text}
        onChange={event => onText(event.target.value)}
      />
    )
  return (
    <Select
      autoFocus
      showSearch={choices.length > 12}
      aria-label={label}
      value={text || null}
      options={choices.map(value => ({ value, label: value }))}
      onChange={chosen => onText(chosen ?? '')}
    />
  )
}

type Wrong = ReturnType<typeof wrongOf>

const WrongWords = ({ problems, onTake }: { problems: Wrong; onTake: (text: string) => void }) => (
  <>
    {problems.map(({ kind, text, suggestion }) => (
      <p key={kind} className="form-error" role="alert">
        {text}{' '}
        {suggestion && (
          <button type="button" className="link" onClick={() => onTake(suggestion)}>
            改为“{suggestion}”
          </button>
        )}
      </p>
    ))}
  </>
)

/** One fact, corrected where it stands; checked as an import is. Enter saves, Escape leaves it as it was. */
export const CorrectField = ({ person, field, start, onDone }: CorrectFieldProps) => {
  const [text, setText] = useState(start)
  const [reason, setReason] = useState('')
  const [basis, setBasis] = useState('')
  const [confirmedOn, setConfirmedOn] = useState('')
  const write = useGraduateWrite(rosterApi.correct.call, person, onDone)
  const problems = wrongOf(write.error)
  const overridable = problems.length > 0 && problems.every(problem => problem.overridable)

  const isWeighty = field === 'membership' && text !== start
  const confirms = isWeighty && text === membershipNames.full

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === start) onDone()
    else
      write.mutate({
        changes: { [field]: text.trim(), ...(confirms && confirmedOn && { confirmedOn }) },
        ...(overridable && reason.trim() && { override: reason.trim() }),
        ...(isWeighty && basis.trim() && { basis: basis.trim() }),
      })
  }
  const leave = (event: KeyboardEvent) => event.key === 'Escape' && onDone()

  return (
    <form className="correct" onSubmit={submit} onKeyDown={leave}>
      <Control field={field} text={text} onText={setText} />
      {confirms && <Input aria-label="转正时间" type="date" value={confirmedOn} onChange={event => setConfirmedOn(event.target.value)} />}
      {isWeighty && (
        <Input
          aria-label="依据"
          placeholder={`依据，${basisHint}`}
          maxLength={200}
          value={basis}
          onChange={event => setBasis(event.target.value)}
        />
      )}
      <WrongWords problems={problems} onTake={setText} />
      {write.error && problems.length === 0 && (
        <p className="form-error" role="alert">
          {rosterProblemWords(problemOf(write.error))}
        </p>
      )}
      {overridable && (
        <Input
          aria-label="保留的理由"
          placeholder="确是这样的，请写明理由（至少 4 字）"
          maxLength={200}
          value={reason}
          onChange={event => setReason(event.target.value)}
        />
      )}
      <span className="correct-actions">
        <Button size="small" htmlType="submit" type="primary" loading={write.isPending}>
          {overridable && reason.trim() ? '说明理由后保存' : '保存'}
        </Button>
        <Button size="small" onClick={onDone}>
          取消
        </Button>
      </span>
    </form>
  )
}
