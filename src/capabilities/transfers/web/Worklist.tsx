import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { Anchor } from '../../../ui/Anchor.tsx'
import { Copyable } from '../../../ui/Copyable.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { Glyph } from '../../../ui/Glyph.tsx'
import { Section } from '../../../ui/Section.tsx'
import { useSession } from '../../../ui/session.ts'
import { useIdempotencyKey } from '../../../ui/useIdempotencyKey.ts'
import { transfersApi } from './client.ts'
import { asDay, shortDay } from './days.ts'
import { stepProblem } from './step-problem.ts'
import { takeStep } from './steps.ts'

type Person = Awaited<ReturnType<typeof transfersApi.handle.worklist.call>>[number]

export const nameOf = ({ fields }: Pick<Person, 'fields'>): string => fields.find(({ key }) => key === 'name')?.value ?? ''

const useStart = (person: Person, onDone: () => void) => {
  const queries = useQueryClient()
  const once = useIdempotencyKey()
  return useMutation({
    mutationFn: ({ on, serial }: { on: string; serial: string }) => {
      const given = { on: asDay(on), ...(serial.trim() && { serial: serial.trim() }) }
      return takeStep('start', person, { given }, { context: { idempotencyKey: once.key() } })
    },
    onSettled: once.renew,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: transfersApi.key() })
      onDone()
    },
  })
}

const Start = ({ person, onDone }: { person: Person; onDone: () => void }) => {
  const { today } = useSession()
  const [on, setOn] = useState(today)
  const [serial, setSerial] = useState('')
  const start = useStart(person, onDone)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    start.mutate({ on, serial })
  }
  return (
    <form className="worklist-start" onSubmit={submit}>
      <FormRow label="发起日期">
        {({ status: _, ...field }) => (
          <input
            {...field}
            type="date"
            className="answer-input"
            required
            max={today}
            value={on}
            onChange={event => setOn(event.target.value)}
          />
        )}
      </FormRow>
      <FormRow label="系统编号" optional>
        {({ status: _, ...field }) => (
          <input {...field} className="answer-input" maxLength={60} value={serial} onChange={event => setSerial(event.target.value)} />
        )}
      </FormRow>
      <Button type="primary" htmlType="submit" loading={start.isPending}>
        登记已发起
      </Button>
      {start.error && (
        <p className="form-error" role="alert">
          {stepProblem(start.error)}
        </p>
      )}
    </form>
  )
}

type NamesProps = { people: readonly Person[]; at: number; done: ReadonlySet<string>; onPick: (at: number) => void }

const Names = ({ people, at, done, onPick }: NamesProps) => (
  <ol className="worklist-names" aria-label="待发起的人">
    {people.map((person, place) => (
      <li key={person.id}>
        <button type="button" aria-current={place === at ? 'true' : undefined} onClick={() => onPick(place)}>
          <span>
            {nameOf(person)}
            {done.has(person.id) && (
              <span className="t-green">
                <Glyph name="check" />
                <span className="only-read">，已登记</span>
              </span>
            )}
          </span>
          <span className="fine">
            {person.branchName}
            {person.dueOn ? `　${shortDay(person.dueOn)} 前` : ''}
          </span>
        </button>
      </li>
    ))}
  </ol>
)

/** One person at a time, in the order in which the system asks; the next comes up when this one is registered. */
export const Worklist = ({ people }: { people: readonly Person[] }) => {
  const [at, setAt] = useState(0)
  const [done, setDone] = useState<ReadonlySet<string>>(new Set())
  const person = people[at]
  if (!person) return null
  const registered = () => {
    const now = new Set([...done, person.id])
    setDone(now)
    const next = people.findIndex(({ id }, place) => place > at && !now.has(id))
    if (next >= 0) setAt(next)
  }
  return (
    <div className="worklist">
      <Section title="名单" note={`已登记 ${done.size} 人，还有 ${people.length - done.size} 人`}>
        <Names people={people} at={at} done={done} onPick={setAt} />
      </Section>
      <Section
        title={nameOf(person)}
        note={person.number}
        extra={
          <Anchor className="link" href={`/transfers/${person.id}`}>
            看这一件
          </Anchor>
        }
      >
        <Facts
          key={person.id}
          rows
          facts={person.fields.map(({ label, value }) => ({ label, value: value ? <Copyable text={value} /> : '–' }))}
        />
        {done.has(person.id) ? (
          <p className="worklist-done t-green" role="status">
            {done.size === people.length ? `名单上 ${people.length} 人已全部登记发起，等对方接收。` : '已登记发起，等对方接收。'}
          </p>
        ) : (
          <Start key={person.id} person={person} onDone={registered} />
        )}
      </Section>
    </div>
  )
}
