import { Button, Input } from 'antd'
import { NativeSelect } from '../../../ui/NativeSelect.tsx'
import { useSession } from '../../../ui/session.ts'
import { MOST_DUTIES } from '../rules.ts'
import { blankDuty, type DutyDraft, limitIn, wrongDuty } from './form.ts'
import type { Planned } from './useNotice.ts'
import { shortDay } from './words.ts'

type DutyFieldsProps = {
  duties: readonly DutyDraft[]
  planned: readonly Planned[]
  onChange: (duties: DutyDraft[]) => void
}

const nameOf = ({ name, limit }: Planned) => (limit ? `${name}（${shortDay(limit)} 前）` : name)

type OneProps = {
  duty: DutyDraft
  at: number
  planned: readonly Planned[]
  onTake: (change: Partial<DutyDraft>) => void
  onRemove: () => void
}

const One = ({ duty, at, planned, onTake, onRemove }: OneProps) => {
  const { today } = useSession()
  const wrong = wrongDuty(duty, today, planned)
  const limit = limitIn(planned, duty.task)
  return (
    <li>
      <Input
        aria-label={`任务 ${at + 1}`}
        placeholder="要办什么"
        maxLength={200}
        value={duty.text}
        onChange={event => onTake({ text: event.target.value })}
      />
      <div className="notice-duty-when">
        <input
          type="date"
          className="notice-input"
          aria-label={`任务 ${at + 1} 的期限`}
          min={today}
          max={limit ?? undefined}
          value={duty.dueOn}
          onChange={event => onTake({ dueOn: event.target.value })}
        />
        <NativeSelect
          label={`任务 ${at + 1} 挂工作方案`}
          value={duty.task}
          empty="不挂工作方案"
          options={planned.map(one => ({ value: one.task, label: nameOf(one) }))}
          onChange={task => onTake({ task: task as DutyDraft['task'] })}
        />
        <Button type="text" aria-label={`去掉任务 ${at + 1}`} onClick={onRemove}>
          去掉
        </Button>
      </div>
      {wrong && (
        <p className="form-error" role="alert">
          {wrong}
        </p>
      )}
    </li>
  )
}

/** What is to be done by a day, line by line; a line may hang on the plan, and is then no later than it. */
export const DutyFields = ({ duties, planned, onChange }: DutyFieldsProps) => (
  <>
    <ol className="notice-duty-fields">
      {duties.map((duty, at) => (
        <One
          key={duty.key}
          duty={duty}
          at={at}
          planned={planned}
          onTake={change => onChange(duties.map(one => (one.key === duty.key ? { ...one, ...change } : one)))}
          onRemove={() => onChange(duties.filter(one => one.key !== duty.key))}
        />
      ))}
    </ol>
    {duties.length < MOST_DUTIES && <Button onClick={() => onChange([...duties, blankDuty()])}>加一项任务</Button>}
  </>
)
