import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import { type Day, dayInWords } from '../../../../kernel/day.ts'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { FormRow } from '../../../../ui/FormRow.tsx'
import { NativeSelect } from '../../../../ui/NativeSelect.tsx'
import { problemOf, wordsOf } from '../../../../ui/problem.ts'
import { cloneFor, levelNames, type Plan, type Shift } from '../../rules.ts'
import { api } from './client.ts'
import { planRefusalWords } from './words.ts'

const WEEK = '日一二三四五六'
const withWeekday = (day: Day) => `${dayInWords(day)}（周${WEEK[new Date(`${day}T00:00:00Z`).getUTCDay()]}）`
const shiftWords: { value: Shift; label: string }[] = [
  { value: 'weekday', label: '保持星期几' },
  { value: 'date', label: '保持月日' },
]

type NextYearProps = { cohortId: string; plan: Plan; onClose: () => void; onOpened: (cohortId: string) => void }

/** Next year on this year's rules: its days are shown before anything is opened. */
export const NextYear = ({ cohortId, plan, onClose, onOpened }: NextYearProps) => {
  const queries = useQueryClient()
  const router = useRouter()
  const [year, setYear] = useState(plan.year + 1)
  const [shift, setShift] = useState<Shift>('weekday')
  const open = useMutation({
    ...api.open.mutationOptions(),
    onSuccess: async ({ id }) => {
      onOpened(id)
      await queries.invalidateQueries()
      await router.invalidate()
      onClose()
    },
  })
  const next = cloneFor(plan, year, shift)
  return (
    <Dialog
      title="沿用到下一年"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>先不开设</Button>
          <Button type="primary" loading={open.isPending} onClick={() => open.mutate({ cohortId, year, shift })}>
            开设 {next.title}
          </Button>
        </>
      }
    >
      <p>项目、去向规则、介绍信规则、表格和清单照旧。文号、离校日和个别单位的例外留空，开设后再填。</p>
      <FormRow label="年份">
        {field => (
          <InputNumber
            {...field}
            precision={0}
            min={plan.year + 1}
            max={2100}
            value={year}
            onChange={value => setYear(value ?? plan.year + 1)}
          />
        )}
      </FormRow>
      <FormRow label="日期怎样移">
        {({ id }) => <NativeSelect id={id} value={shift} options={shiftWords} onChange={value => setShift(value as Shift)} />}
      </FormRow>
      <table className="plan-table next-days">
        <thead>
          <tr>
            <th scope="col">事项</th>
            <th scope="col">{plan.year}</th>
            <th scope="col">{year}</th>
          </tr>
        </thead>
        <tbody>
          {plan.milestones.flatMap((row, at) => {
            const moved = next.milestones[at]?.dueOn
            return row.dueOn && moved
              ? [
                  <tr key={`${row.task} ${row.level}`}>
                    <th scope="row">
                      {row.name}，{levelNames[row.level]}
                    </th>
                    <td>{withWeekday(row.dueOn)}</td>
                    <td>{withWeekday(moved)}</td>
                  </tr>,
                ]
              : []
          })}
        </tbody>
      </table>
      {open.error && (
        <p className="form-error" role="alert">
          {wordsOf(problemOf(open.error), planRefusalWords)}
        </p>
      )}
    </Dialog>
  )
}
